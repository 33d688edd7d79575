import { z } from "zod";
import { images, media, optionalMedia, pictureFile, prompt, quantity } from "../fields.ts";

const engine = { engine: z.literal("openai") };
const create = { operation: z.literal("createImage") };
const edit = { operation: z.literal("editImage") };
const sources = { images: images("The pictures to edit.") };
const size = <const Sizes extends readonly [string, ...string[]]>(sizes: Sizes) =>
  z.enum(sizes).describe("Width and height of the pictures, in pixels.");
const backgrounds = z.enum(["auto", "transparent", "opaque"]).describe("What lies behind the subject.");
const mask = optionalMedia("image", "Where to edit: its transparent parts.");
const gptSizes = ["1024x1024", "1536x1024", "1024x1536"] as const;

const side = (name: "width" | "height") =>
  z
    .number()
    .int()
    .min(256)
    .max(3840)
    .nullable()
    .default(1024)
    .describe(`The ${name} of the result, in pixels. Empty when editing: as the source's.`);
const gpt2 = {
  ...engine,
  model: z.literal("gpt-image-2"),
  prompt: prompt(32_000),
  width: side("width"),
  height: side("height"),
  quality: z.enum(["low", "medium", "high"]).default("high").describe("Finer takes longer and costs more."),
  quantity: quantity(4),
  ...pictureFile,
};
const gpt15 = {
  ...engine,
  model: z.literal("gpt-image-1.5"),
  prompt: prompt(32_000),
  background: backgrounds.default("auto"),
  quality: z.enum(["low", "medium", "high"]).default("high").describe("Finer takes longer and costs more."),
  quantity: quantity(4),
  ...pictureFile,
};
const gpt1 = {
  ...engine,
  model: z.literal("gpt-image-1"),
  prompt: prompt(32_000),
  size: size(gptSizes).default("1024x1024"),
  background: backgrounds.default("opaque"),
  quality: z.enum(["auto", "high", "medium", "low"]).nullable().default("auto").describe("Finer takes longer."),
  quantity: quantity(10),
  ...pictureFile,
};
const dallE2 = {
  ...engine,
  model: z.literal("dall-e-2"),
  prompt: prompt(1000),
  size: size(["256x256", "512x512", "1024x1024"]),
  quantity: quantity(10),
  ...pictureFile,
};
const dallE3 = {
  ...engine,
  model: z.literal("dall-e-3"),
  prompt: prompt(4000),
  size: size(["1024x1024", "1792x1024", "1024x1792"]),
  style: z.enum(["natural", "vivid"]).default("vivid").describe("Plain, or heightened."),
  quality: z.enum(["auto", "hd", "standard"]).default("auto").describe("Finer takes longer."),
  background: backgrounds.default("auto"),
  ...pictureFile,
};

/** OpenAI: the GPT image models and DALL-E. */
export const openaiInput = z.discriminatedUnion("model", [
  z.discriminatedUnion("operation", [
    z.object({ ...gpt2, ...create }).describe("GPT Image 2: text to picture."),
    z.object({ ...gpt2, ...edit, ...sources, maskImage: mask }).describe("GPT Image 2: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z
      .object({ ...gpt15, ...create, size: size(gptSizes).default("1024x1024") })
      .describe("GPT Image 1.5: text to picture."),
    z
      .object({
        ...gpt15,
        ...edit,
        ...sources,
        size: size(["auto", ...gptSizes]).default("auto"),
        inputFidelity: z.enum(["low", "high"]).default("high").describe("How closely to keep to the sources."),
      })
      .describe("GPT Image 1.5: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...gpt1, ...create }).describe("GPT Image 1: text to picture."),
    z.object({ ...gpt1, ...edit, ...sources, mask }).describe("GPT Image 1: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [z.object({ ...dallE3, ...create }).describe("DALL-E 3: text to picture.")]),
  z.discriminatedUnion("operation", [
    z.object({ ...dallE2, ...create, background: backgrounds.default("auto") }).describe("DALL-E 2: text to picture."),
    z.object({ ...dallE2, ...edit, image: media("image", "The picture to edit."), mask }).describe("DALL-E 2: edit."),
  ]),
]);
