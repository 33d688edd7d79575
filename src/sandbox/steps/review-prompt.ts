import type { PromptStyle } from "./prompt-ecosystem.ts";

export type PromptIssue = { description: string; severity: "info" | "warning" | "error" };

/** What a prompt says nothing of, so that an enhancement may add it. */
export type PromptGaps = { quality: boolean; light: boolean; composition: boolean; detail: boolean };

/** What is weak about a prompt, what to do about it, and what it leaves open. */
export type PromptReview = { issues: PromptIssue[]; recommendations: string[]; gaps: PromptGaps };

const fewWords = 5;
const opposites: [string, string][] = [
  ["day", "night"],
  ["indoors", "outdoors"],
  ["summer", "winter"],
  ["close-up", "wide"],
  ["minimalist", "intricate"],
];

/** Read a prompt as an experienced person would, with the habits of the model in mind. */
export function reviewPrompt(prompt: string, style: PromptStyle): PromptReview {
  const words = wordsOf(prompt);
  const says = (pattern: RegExp) => pattern.test(prompt.toLowerCase());
  const gaps: PromptGaps = {
    quality: !says(/masterpiece|quality|photo|render|crisp|award/),
    light: !says(/light|lit\b|sun|shadow|glow|neon|dawn|dusk|hour|bright|dark/),
    composition: says(/camera|shot|view|angle|close-up|portrait|wide|pan\b|zoom/) === false,
    detail: !says(/detail|texture|pattern|grain|smooth|rough|motion|moves/),
  };
  const found: [isWrong: boolean, issue: PromptIssue, recommendation: string][] = [
    [
      words.length < fewWords,
      { description: `With ${words.length} words the prompt leaves almost everything open.`, severity: "warning" },
      "Say who or what is seen, where, and in which mood.",
    ],
    [
      style.tokenLimit !== undefined && tokensOf(prompt) > style.tokenLimit,
      {
        description: `The prompt has about ${tokensOf(prompt)} tokens; the model reads ${style.tokenLimit} at once.`,
        severity: "warning",
      },
      "Put what matters most first and cut the rest.",
    ],
    ...opposites
      .filter(([one, other]) => words.includes(one) && words.includes(other))
      .map(([one, other]): [boolean, PromptIssue, string] => [
        true,
        { description: `"${one}" and "${other}" contradict each other.`, severity: "error" },
        `Choose between "${one}" and "${other}".`,
      ]),
    [
      style.kind !== "tags" && /\([^()]+:\d+(\.\d+)?\)/.test(prompt),
      { description: "Weights in brackets mean nothing to this kind of model.", severity: "warning" },
      "Stress something by saying more about it.",
    ],
    [
      says(/\b(no|without|not)\s+\w+/),
      { description: "What is not wanted tends to appear when the prompt names it.", severity: "info" },
      "Move what is not wanted to the negative prompt.",
    ],
    [
      gaps.light,
      { description: "Nothing is said of the light.", severity: "info" },
      "Name the time of day or where the light comes from.",
    ],
    [
      gaps.composition,
      {
        description: style.kind === "scene" ? "Nothing is said of the camera." : "Nothing is said of the view.",
        severity: "info",
      },
      style.kind === "scene" ? "Say how the camera moves." : "Say from where and how near the subject is seen.",
    ],
  ];
  const wrong = found.filter(([isWrong]) => isWrong);
  return { issues: wrong.map(([, issue]) => issue), recommendations: wrong.map(([, , advice]) => advice), gaps };
}

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
}

function tokensOf(text: string): number {
  return wordsOf(text).length + (text.match(/[.,;:!?]/g)?.length ?? 0);
}
