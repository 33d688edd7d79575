import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media, optionalAir } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const imageUpscaler = stepType({
  type: "imageUpscaler",
  title: "Upscale image",
  description: "Doubles the width and height of a picture, up to three times over.",
  group: "image",
  input: z.object({
    image: media("image", "The picture to enlarge."),
    model: optionalAir("The upscaler to use."),
    numberOfRepeats: z.number().int().min(1).max(3).default(1).describe("How often to double: 1 to 3 times."),
  }),
  output: z.object({ blob: blobSchema }),
});
export type ImageUpscalerInput = z.output<typeof imageUpscaler.input>;
