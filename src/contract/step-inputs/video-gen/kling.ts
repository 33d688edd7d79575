import { z } from "zod";
import { guidance, negativePrompt, optionalMedia, prompt } from "../fields.ts";

const motion = (description: string) => z.number().min(-10).max(10).nullish().describe(description);

/** Kling, versions 1 to 2.5. */
export const klingInput = z
  .object({
    engine: z.literal("kling"),
    prompt: prompt(),
    negativePrompt: negativePrompt(),
    model: z.enum(["v1", "v1.5", "v1.6", "v2", "v2.5-turbo"]).default("v1").describe("The version of the model."),
    mode: z.enum(["standard", "professional"]).default("standard").describe("Professional is finer and costs more."),
    duration: z.enum(["5", "10"]).default("5").describe("Length of the clip, in seconds."),
    aspectRatio: z.enum(["16:9", "9:16", "1:1"]).default("16:9").describe("Width to height."),
    cfgScale: guidance(0, 1, 0.5),
    sourceImage: optionalMedia("image", "A picture to start from."),
    sourceImageUrl: z.url().nullish().meta({
      description: "The same by URL, as older clients send it.",
      format: "media",
      mediaType: "image",
    }),
    cameraControl: z
      .object({
        config: z
          .object({
            horizontal: motion("Move left (below 0) or right."),
            vertical: motion("Move down (below 0) or up."),
            pan: motion("Turn about the vertical axis."),
            tilt: motion("Turn about the horizontal axis."),
            roll: motion("Turn about the line of sight."),
            zoom: motion("Widen (below 0) or narrow the view."),
          })
          .optional(),
      })
      .optional()
      .describe("How the camera moves."),
  })
  .describe("Kling: text or picture to video.");
