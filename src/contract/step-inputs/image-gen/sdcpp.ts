import { z } from "zod";
import {
  air,
  guidance,
  media,
  negativePrompt,
  optionalAir,
  pictureFile,
  pixels,
  prompt,
  quantity,
  seed,
  steps,
  strengthByAir,
} from "../fields.ts";
import { sampling } from "./sampling.ts";

const common = {
  engine: z.literal("sdcpp"),
  model: air("The checkpoint to draw with."),
  prompt: prompt(10_000),
  negativePrompt: negativePrompt(10_000),
  steps: steps(1, 150, 20),
  cfgScale: guidance(0, 30, 7),
  ...sampling,
  seed,
  quantity: quantity(12),
  loras: strengthByAir.optional(),
  vaeModel: optionalAir("A VAE to decode with in place of the checkpoint's own."),
  embeddings: z.array(air("An embedding's AIR.")).optional().describe("Textual inversions that the prompt may name."),
  uCache: z.enum(["off", "normal"]).default("off").describe("Reuse work between steps: faster, a little less exact."),
  ...pictureFile,
};
const create = { operation: z.literal("createImage") };
const variant = {
  operation: z.literal("createVariant"),
  image: media("image", "The picture to vary."),
  strength: z.number().min(0).max(1).default(0.7).describe("How far to depart from the picture: 0 keeps it."),
};
const sdxl = {
  ecosystem: z.literal("sdxl"),
  ...common,
  width: pixels("width", 64, 2048, 1024),
  height: pixels("height", 64, 2048, 1024),
};
const sd1 = {
  ecosystem: z.literal("sd1"),
  ...common,
  width: pixels("width", 64, 2048, 512),
  height: pixels("height", 64, 2048, 512),
  clipSkip: z.number().int().default(2).describe("How many of the last layers of the text encoder to skip."),
};

/** stable-diffusion.cpp with an SDXL or SD 1 checkpoint: creating, and varying a picture. */
export const sdcppInput = z.discriminatedUnion("ecosystem", [
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...sdxl }).describe("SDXL: text to picture."),
    z.object({ ...variant, ...sdxl }).describe("SDXL: vary a picture."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...sd1 }).describe("SD 1: text to picture."),
    z.object({ ...variant, ...sd1 }).describe("SD 1: vary a picture."),
  ]),
]);
