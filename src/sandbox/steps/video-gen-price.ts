import type { VideoGenInput } from "#contract/step-inputs/video-gen.ts";
import { flatPrice } from "./flat-price.ts";
import { known } from "./known.ts";
import type { StepPrice } from "./step-handler.ts";

type Of<Engine extends VideoGenInput["engine"]> = Extract<VideoGenInput, { engine: Engine }>;

/** The price of a clip, engine by engine. Source: facts 3.4. */
export function videoGenPrice(input: VideoGenInput): StepPrice {
  switch (input.engine) {
    case "wan":
      return wanPrice(input);
    case "kling":
      return klingPrice(input);
    case "veo3":
      return veo3Price(input);
    default:
      // The engine is a reference.
      return flatPrice;
  }
}

const wan25Factors = { "480p": 1, "720p": 2, "1080p": 3 };

function wanPrice(input: Of<"wan">): StepPrice {
  const duration = known(input.duration, 5);
  switch (input.version) {
    case "v2.5":
      return { base: 100, factors: { resolution: wan25Factors[known(input.resolution, "1080p")], duration } };
    case "v2.6":
      return { base: 130, factors: { resolution: known(input.resolution, "1080p") === "1080p" ? 1.5 : 1, duration } };
    case "v2.7":
      return { base: 130, factors: { duration } };
    default:
      return flatPrice;
  }
}

/** Five seconds of a clip; what is missing is documented nowhere. */
const klingBuzz: Partial<Record<string, number>> = {
  "v1.6 standard": 600,
  "v1.6 professional": 1050,
  "v2.5-turbo standard": 600,
  "v2.5-turbo professional": 600,
};

function klingPrice(input: Of<"kling">): StepPrice {
  const base = klingBuzz[`${known(input.model, "v1")} ${known(input.mode, "standard")}`];
  return base === undefined ? flatPrice : { base, factors: { duration: Number(known(input.duration, "5")) / 5 } };
}

const veo3Buzz: Partial<Record<number, number>> = { 4: 1667, 6: 2500, 8: 3333 };
const veo3Modes = { standard: 1, fast: 0.6, lite: 0.3 };

/** The documented figures for a duration and a mode are rounded to the nearest, so they make the base together. */
function veo3Price(input: Of<"veo3">): StepPrice {
  const asked = known(input.mode, "standard");
  const mode = asked === "standard" && known(input.fastMode, false) ? "fast" : asked;
  const base = Math.round((veo3Buzz[known(input.duration, 8)] ?? 3333) * veo3Modes[mode]);
  return { base, factors: { audio: known(input.generateAudio, false) ? 1 : 0.67 } };
}
