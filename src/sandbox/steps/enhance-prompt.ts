import { seededRandom } from "./media/seeded-random.ts";
import { type PromptStyle, styleOf } from "./prompt-ecosystem.ts";
import { type PromptGaps, reviewPrompt, wordsOf } from "./review-prompt.ts";

/** Source: the document's PromptEnhancementInput. */
const usualTemperature = 0.7;

export type EnhancementRequest = {
  ecosystem: string;
  prompt: string;
  negativePrompt?: string | null | undefined;
  instruction?: string | null | undefined;
  temperature?: number | null | undefined;
};

/**
 * A prompt with what it leaves open filled in, in the manner of the ecosystem, and what was weak about it. What the
 * prompt says stays as it stands. The same request always gets the same answer.
 */
export function enhancePrompt(request: EnhancementRequest) {
  const style = styleOf(request.ecosystem);
  const { issues, recommendations, gaps } = reviewPrompt(request.prompt, style);
  const additions = additionsFor(request, style, gaps);
  return {
    enhancedPrompt: join(request.prompt.trim(), withinLimit(request, additions), style),
    enhancedNegativePrompt: request.negativePrompt ? mergeTags(request.negativePrompt, style.negative) : null,
    issues,
    recommendations,
  };
}

/** Gaps are filled, and some detail is always added. At temperature 0 with what is usual, above it at random. */
function additionsFor({ prompt, ecosystem, temperature }: EnhancementRequest, style: PromptStyle, gaps: PromptGaps) {
  const warmth = temperature ?? usualTemperature;
  const random = seededRandom(`${ecosystem} ${prompt}`, warmth * 100);
  const kinds = ["detail", "light", "composition", "quality"] as const;
  return kinds.flatMap((kind) => {
    const [first, ...others] = style[kind];
    if (first === undefined || !(gaps[kind] || kind === "detail")) return [];
    return [warmth === 0 ? first : random.pick([first, ...others])];
  });
}

/** An instruction such as "under 20 words" or "77 tokens" bounds the length; additions that go beyond it are left out. */
function withinLimit({ prompt, instruction }: EnhancementRequest, additions: string[]): string[] {
  const limit = Number(instruction?.match(/(?<!\d)(\d{1,6})\s{0,9}(words|tokens)/i)?.[1] ?? Number.POSITIVE_INFINITY);
  let count = wordsOf(prompt).length;
  return additions.filter((addition) => {
    const words = wordsOf(addition).length;
    if (count + words > limit) return false;
    count += words;
    return true;
  });
}

function join(prompt: string, additions: string[], { kind }: PromptStyle): string {
  if (additions.length === 0) return prompt;
  if (kind === "tags") return [prompt.replace(/(?<![,.\s])[,.\s]+$/, ""), ...additions].join(", ");
  return [/[.!?\]]$/.test(prompt) ? prompt : `${prompt}.`, ...additions].join(" ");
}

function mergeTags(given: string, usual: readonly string[]): string {
  const tags = given.split(",").map((tag) => tag.trim());
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  return [...tags.filter(Boolean), ...usual.filter((tag) => !known.has(tag))].join(", ");
}
