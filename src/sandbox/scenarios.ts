/** The cases that words in a text input cause. Source: decisions, "Scenarios and faults". */
export type Scenario = {
  fail: boolean;
  /** Fails at the first try; a retry succeeds. */
  failOnce: boolean;
  slow: boolean;
  /** One item fewer is delivered. */
  partial: boolean;
  expire: boolean;
  /** The outputs are blocked for good, for this reason. */
  blocked?: string;
};

/** Read the scenario words of an input's texts. */
export function readScenario(texts: readonly string[]): Scenario {
  const has = (word: string) => texts.some((text) => text.toLowerCase().includes(word));
  const blocked = texts.map((text) => blockedWord.exec(text)?.[1]?.trim()).find((reason) => reason);
  return {
    fail: has("[fail]"),
    failOnce: has("[fail-once]"),
    slow: has("[slow]"),
    partial: has("[partial]"),
    expire: has("[expire]"),
    ...(blocked ? { blocked } : {}),
  };
}

/** Blanks around the reason come off afterwards: a pattern that leaves them out tries every way to part a long run of them. */
const blockedWord = /\[blocked:([^[\]]*)\]/i;

/** Every text that a person wrote inside of a value; not the files in it. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return isFile(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** A data URL, or a long run of base64, in which a word would stand by chance. */
function isFile(text: string): boolean {
  return text.startsWith("data:") || (text.length > 2000 && !/\s/.test(text.slice(0, 2000)));
}
