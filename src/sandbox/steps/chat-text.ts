import type { ChatMessage } from "#contract/step-inputs/chat-message.ts";

/** The plain text of a message; pictures have none, and neither has a reference to what has not run. */
export function textOf({ content }: ChatMessage): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => ("text" in part && typeof part.text === "string" ? part.text : ""))
    .join(" ")
    .trim();
}

/** How many pictures a message shows; a part that is a reference is none, as far as is known. */
export function pictureCountOf({ content }: ChatMessage): number {
  return Array.isArray(content) ? content.filter((part) => "type" in part && part.type !== "text").length : 0;
}

/** About how many tokens a text has: one for four characters. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The tokens of a conversation as far as it is known, with the few that a language model adds for each message. */
export function promptTokensOf(messages: readonly ChatMessage[]): number {
  const perMessage = 4;
  const perPicture = 85;
  return messages.reduce(
    (sum, message) => sum + perMessage + tokensIn(textOf(message)) + perPicture * pictureCountOf(message),
    0,
  );
}

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  const sentences = text.replace(/\s+/g, " ").match(/[^.!?]+[.!?]*/g) ?? [];
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 1);
}

const fillers = new Set(
  "a an and are as at be but by can could do does explain for from give has have how i in into is it its list make me my name of on one or please show so some suggest tell than that the their them then there these this to use using was we what when where which who why will with would write you your about ideas idea ways steps reasons summary summarize summarise haiku poem describe now not only".split(
    " ",
  ),
);

/** The words that a text is about, most used first, as they are written. */
export function keywordsOf(text: string, most = 5): string[] {
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of text.match(/[\p{L}][\p{L}\p{N}'-]+/gu) ?? []) {
    const key = word.toLowerCase();
    if (fillers.has(key)) continue;
    counts.set(key, { word, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, most)
    .map(({ word }) => word);
}
