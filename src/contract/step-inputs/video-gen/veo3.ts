import { z } from "zod";
import { images, negativePrompt, prompt, seed, toggle } from "../fields.ts";

/** Google's Veo 3. */
export const veo3Input = z
  .object({
    engine: z.literal("veo3"),
    prompt: prompt(),
    negativePrompt: negativePrompt(),
    version: z.enum(["3.0", "3.1"]).default("3.0").describe("The version of the model."),
    mode: z.enum(["standard", "fast", "lite"]).default("standard").describe("Faster is cheaper and less fine."),
    fastMode: toggle("The same as mode fast, as older clients send it."),
    duration: z.literal([4, 6, 8]).default(8).describe("Length of the clip, in seconds."),
    aspectRatio: z.enum(["16:9", "9:16", "1:1"]).default("16:9").describe("Width to height."),
    generateAudio: toggle("Make sound, too."),
    images: images("Pictures to start from or to go by.").optional(),
    seed,
    enablePromptEnhancer: toggle("Let the server enrich the prompt first.", true),
  })
  .describe("Veo 3: text or picture to video, with sound.");
