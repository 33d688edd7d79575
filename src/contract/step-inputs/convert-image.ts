import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media, toggle } from "./fields.ts";
import { stepType } from "./step-type.ts";

const hideMetadata = toggle("Strip notes such as EXIF data from the file.");
const quality = z.number().int().min(1).max(100).default(85).describe("Finer makes a larger file.");
const maxFrames = z.number().int().nullish().describe("At most this many frames of an animation; 1 keeps the first.");
const edge = (side: string) => z.number().int().describe(`The ${side} edge, in pixels.`);

const outputFormat = z.discriminatedUnion("format", [
  z.object({ format: z.literal("jpeg"), quality, hideMetadata }),
  z.object({ format: z.literal("png"), hideMetadata }),
  z.object({
    format: z.literal("webp"),
    quality,
    lossless: toggle("Keep every pixel as it is; the quality counts for nothing then."),
    maxFrames,
    hideMetadata,
  }),
  z.object({ format: z.literal("gif"), maxFrames, hideMetadata }),
]);

const transform = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("resize"),
    targetWidth: z.number().int().min(1).max(4096).nullish().describe("The new width; the height follows."),
  }),
  z.object({
    type: z.literal("blur"),
    blur: z.number().int().min(1).max(100).describe("How strongly."),
    mode: z.enum(["include", "exclude"]).default("include").describe("Blur the regions, or all but them."),
    regions: z
      .array(z.object({ x1: edge("left"), y1: edge("top"), x2: edge("right"), y2: edge("bottom") }))
      .optional()
      .describe("Rectangles of the picture; none means all of it."),
  }),
]);

export const convertImage = stepType({
  type: "convertImage",
  title: "Convert image",
  description: "Resizes or blurs a picture and writes it in another file format.",
  group: "media-tools",
  input: z.object({
    image: media("image", "The picture to convert."),
    transforms: z.array(transform).optional().describe("What to do to the picture first, in this order."),
    output: outputFormat.describe("The file format of the result."),
  }),
  output: z.object({ blob: blobSchema }),
});
export type ConvertImageInput = z.output<typeof convertImage.input>;
