import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const videoUpscaler = stepType({
  type: "videoUpscaler",
  title: "Upscale video",
  description: "Makes a clip two to four times as wide and high.",
  group: "video",
  input: z.object({
    video: media("video", "The clip to enlarge."),
    scaleFactor: z.number().int().min(2).max(4).default(2).describe("How many times as wide and high: 2 to 4."),
  }),
  output: z.object({ video: blobSchema }),
});
export type VideoUpscalerInput = z.output<typeof videoUpscaler.input>;
