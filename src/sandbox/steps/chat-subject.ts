const politeness = /^((hi|hello|hey|please|now|and|can you|could you|would you|i want you to|help me)\b[\s,]*)+/i;
const request =
  /^((explain|describe|tell me|write|draw|give me|suggest|list|name|make|create|show me|find|summari[sz]e|translate)\b\s*)+/i;
const question = /^(what|who|where|when|which|how)('s|\s+(is|are|was|were|do|does|did|can|could|should|would))\s+/i;

/** What a message asks for, without the words that ask: "Suggest three names for a café" is "three names for a café". */
export function wishOf(message: string): string {
  const plain = message
    .replace(/\[[^[\]]*\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [first = ""] = plain.match(/^[^.!?\n]+/) ?? [];
  const wish = first.replace(politeness, "").replace(request, "").replace(question, "").trim();
  return wish.replace(/^(Why|How|What|When|Where|Who)\b/, (word) => word.toLowerCase()) || "this";
}

/** What a message is about: what stands behind "about", "for" or "of" in its wish, if anything does. */
export function subjectOf(message: string): string {
  const wish = wishOf(message);
  return wish.match(/\b(?:about|for|of|on)\s+(.+)$/i)?.[1] ?? wish;
}

/** The subject as a bare name: without an article, with a capital letter. */
export function nameOf(subject: string): string {
  const bare = subject.replace(/^(a|an|the)\s+/i, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const numerals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The first number up to ten that a text names, in digits or in words. */
export function smallNumberIn(text: string): number | undefined {
  const word = text.toLowerCase().match(new RegExp(`\\b([1-9]|10|${numerals.join("|")})\\b`))?.[1];
  if (word === undefined) return undefined;
  return numerals.includes(word) ? numerals.indexOf(word) + 1 : Number(word);
}
