import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const imageBackgroundRemoval = stepType({
  type: "imageBackgroundRemoval",
  title: "Remove background",
  description: "Cuts out the subject of a picture and leaves the rest transparent.",
  group: "image",
  input: z.object({
    image: media("image", "The picture to cut out from."),
    format: z.enum(["png", "webp"]).default("png").describe("The file format of the result."),
  }),
  output: z.object({ image: blobSchema }),
});
export type ImageBackgroundRemovalInput = z.output<typeof imageBackgroundRemoval.input>;
