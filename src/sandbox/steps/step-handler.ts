import type { Medium } from "#contract/blob.ts";
import type { Rating } from "#contract/mature.ts";
import type { MusicRequest } from "./media/music/make-music.ts";
import type { SpeechRequest } from "./media/speech/make-speech.ts";
import { StepRefusal } from "./step-refusal.ts";

/** What a step costs before tips: `base` times the `factors`, rounded up, plus `fixed` and `fees`, in Buzz. */
export type StepPrice = {
  base: number;
  factors: Record<string, number>;
  fixed?: Record<string, number>;
  fees?: Record<string, number>;
};

/** What is known of a medium without reading all of it. Pixels and seconds. */
export type MediaFacts = { width?: number; height?: number; seconds?: number };

/** Bytes of an input, or why they can't be had. */
export type ReadMedia = { ok: true; bytes: Uint8Array; mediaType: string } | { ok: false; reason: string };

/**
 * How the content of a blob comes about: bytes that are there, or a recipe that is carried out when somebody looks. A
 * recipe is plain JSON and always makes the same bytes, so it survives a restart.
 */
export type BlobContent = { kind: "bytes"; bytes: Uint8Array } | { kind: "recipe"; recipe: ContentRecipe };

export type ContentRecipe =
  | { maker: "picture"; prompt: string; seed: number; width: number; height: number; format: "jpeg" | "png" | "webp" }
  | {
      maker: "clip";
      prompt: string;
      seed: number;
      width: number;
      height: number;
      seconds: number;
      framesPerSecond: number;
    }
  | { maker: "tone"; text: string; seed: number; seconds: number }
  | ({ maker: "speech" } & SpeechRequest)
  | ({ maker: "music" } & MusicRequest);

/** A blob that a handler wants to deliver. */
export type NewBlob = {
  medium: Medium | "file";
  /** Such as `image/jpeg`; also gives the id its extension. */
  mediaType: string;
  content: BlobContent;
  width?: number;
  height?: number;
  /** Seconds, of audio and video. */
  duration?: number;
};

/** How a delivered blob stands in the step's output; the answer to a client adds url, rating and availability by its id. */
export type BlobStub = { type?: Medium; id: string };

/** What a handler may ask of its surroundings while it prices. */
export type PriceTools = {
  /** Facts of an input medium (URL of the sandbox, data URL, base64); `undefined` when they are not known yet. */
  mediaFacts(source: unknown): Promise<MediaFacts | undefined>;
};

/** What a handler may ask of its surroundings while it runs. */
export type RunTools = PriceTools & {
  /** The bytes of an input medium. Media on other hosts are never fetched: the reason says so. */
  readMedia(source: string): Promise<ReadMedia>;
  /** The rating that the sandbox gave to an input medium; `pg` for an unknown one. */
  ratingOf(source: string): Promise<Rating>;
  /** The words that the sandbox made an input medium from; `undefined` when it made it from none, or not at all. */
  wordsOf(source: string): Promise<string | undefined>;
  /** Register a blob of this step; it exists once the step has delivered. */
  addBlob(blob: NewBlob): BlobStub;
  /** How many of the step's items are to be delivered: `itemCount`, or fewer in a scenario. */
  items: number;
  /** A stable number for this step of this workflow: for seeds that the input leaves open. */
  seed: number;
  /** The moment of the run, in milliseconds since 1970. */
  now: number;
};

/** What a run comes to: the step's output, or the reason why there is none. */
export type StepResult = { ok: true; output: unknown } | { ok: false; reason: string };

/**
 * What the sandbox needs to know to run a step type. The input has passed the type's schema: defaults are filled in.
 * While pricing, a value may still be a reference to a step that has not run; while running, all are resolved.
 */
export type StepHandler<Input = unknown> = {
  type: string;
  /** The price before tips. Source: facts 3.4. */
  price(input: Input, tools: PriceTools): Promise<StepPrice> | StepPrice;
  /** How long the work takes at speed 1, in seconds. Source: decisions, "Step types". */
  durationSeconds(input: Input): number;
  /** How many items (and so jobs) the step delivers, such as pictures; 1 for most. */
  itemCount(input: Input): number;
  run(input: Input, tools: RunTools): Promise<StepResult>;
};

/** Tie a handler to the input type that its step type's schema gives. A `StepRefusal` of its run is the reason it answers. */
export function stepHandler<Input>(handler: StepHandler<Input>): StepHandler {
  const run = async (input: Input, tools: RunTools): Promise<StepResult> => {
    try {
      return await handler.run(input, tools);
    } catch (error) {
      if (error instanceof StepRefusal) return { ok: false, reason: error.message };
      throw error;
    }
  };
  // Proven by the registry: an input reaches a handler only after the schema of its type has passed it.
  return { ...handler, run } as StepHandler;
}
