import { z } from "zod";
import { air, guidance, images, optionalMedia, prompt, seed, steps, toggle } from "../fields.ts";

/** What every version of Wan takes. Source: the document's WanVideoGenInput. */
export const wanCommon = {
  engine: z.literal("wan"),
  prompt: prompt(),
  sourceImage: optionalMedia("image", "A picture to start from."),
  duration: z.number().int().min(1).max(30).default(5).describe("Length of the clip, in seconds."),
  frameRate: z.number().int().default(24).describe("Frames per second."),
  cfgScale: guidance(0, 100, 4),
  steps: steps(10, 50, 20),
  seed,
  loras: z
    .array(z.object({ air: air("The LoRA's AIR."), strength: z.number().describe("The strength of its influence.") }))
    .optional()
    .describe("LoRAs to apply."),
};

export const startImages = { images: images("Pictures to start from.").optional() };
export const safetyChecker = { enableSafetyChecker: toggle("Refuse what the model's maker deems unsafe.") };
export const audioTrack = { audioUrl: optionalMedia("audio", "Music for the clip, 3 to 30 seconds.") };
export const multiShots = { multiShots: toggle("Allow cuts between several shots.") };

/** Whether the server enriches the prompt first. */
export function promptExpansion(preset: boolean) {
  return { enablePromptExpansion: toggle("Let the server enrich the prompt first.", preset) };
}

/** The height of the clip; the width follows from the aspect ratio. */
export function resolution<const Values extends readonly [string, ...string[]]>(
  values: Values,
  preset: Values[number],
) {
  return z.enum(values).default(preset).describe("Size of the clip's shorter side.");
}

/** Width to height. */
export function aspectRatio<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).describe("Width to height.");
}
