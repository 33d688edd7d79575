/** What a reason means, and the code behind it where it is one. */
export type Reason = { words: string; code?: string };

/** Codes of published documents and of servers that were met, by their lower-case letters. Source: facts 5.3. */
const meanings: Record<string, string> = {
  noprovideravailable: "No provider was there to do this work.",
  blocked: "The output was blocked by a safety check.",
  timeout: "It took longer than it may.",
  expired: "It was not started in time.",
  canceled: "It was canceled, by you or because a step that it needs did not succeed.",
  cancelled: "It was canceled, by you or because a step that it needs did not succeed.",
  maturecontent: "The output is mature, and what paid for it allows none.",
  nsfwlevel: "The output is rated above what this workflow allows.",
  canceledbyuser: "You canceled it.",
  dependencyfailed: "A step that it needs did not succeed.",
  insufficientbuzz: "The Buzz did not suffice.",
  outofmemory: "The machine ran out of memory.",
  resourcenotfound: "A model or file that it needs was not found.",
  internalerror: "The server failed while it worked on this.",
};

/** A reason as a sentence: codes get their meaning and stay behind it for support; sentences stay as they are. */
export function explainReason(reason: string): Reason {
  const text = reason.trim();
  if (/\s/.test(text)) return { words: text };
  const meaning = meanings[text.toLowerCase().replace(/[^a-z]/g, "")];
  return { words: meaning ?? "The server gave a code that is not known here.", code: text };
}
