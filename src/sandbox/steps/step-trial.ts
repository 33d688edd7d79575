import type { Rating } from "#contract/mature.ts";
import { checkStepInput } from "#contract/step-inputs/check-step-input.ts";
import { findStepType } from "#contract/step-inputs/step-types.ts";
import { builtInHandlers } from "./built-in-handlers.ts";
import { readImageFacts } from "./media/process-image.ts";
import type { NewBlob, StepResult } from "./step-handler.ts";

/** What a trial has at hand: media by URL, and how many items are to be delivered if not all. */
type Surroundings = {
  media?: Record<string, { bytes: Uint8Array; mediaType: string }>;
  ratings?: Record<string, Rating>;
  words?: Record<string, string>;
  items?: number;
  seed?: number;
};

/** A step run alone, for tests: the result as the engine would store it, and the blobs in the order of their ids. */
export async function tryStep(
  type: string,
  given: unknown,
  { media = {}, ratings = {}, words = {}, items, seed = 1 }: Surroundings = {},
): Promise<{ result: StepResult; output: Record<string, unknown>; blobs: NewBlob[] }> {
  const [handler, stepType] = [builtInHandlers.get(type), findStepType(type)];
  const checked = stepType && checkStepInput(stepType.input, given);
  if (!handler || !checked?.ok) throw new Error(`${type} does not take this: ${JSON.stringify(checked)}`);
  const { input } = checked;
  const blobs: NewBlob[] = [];
  const result = await handler.run(input, {
    readMedia: async (source) => {
      const found = media[source];
      return found ? { ok: true, ...found } : { ok: false, reason: `${source} is on another host.` };
    },
    mediaFacts: async (source) => {
      const found = media[String(source)];
      return found?.mediaType.startsWith("image/") ? readImageFacts(found.bytes) : undefined;
    },
    wordsOf: async (source) => words[source],
    ratingOf: async (source) => ratings[source] ?? "pg",
    addBlob: (blob) => {
      blobs.push(blob);
      const id = `blob-${blobs.length}`;
      return blob.medium === "file" ? { id } : { type: blob.medium, id };
    },
    items: items ?? handler.itemCount(input),
    seed,
    now: Date.parse("2026-11-01T12:00:00Z"),
  });
  const output: unknown = result.ok ? result.output : {};
  return { result, output: { ...Object(output) }, blobs };
}
