import { z } from "zod";
import { images, pictureFile, prompt, seed, toggle } from "../fields.ts";

const engine = { engine: z.literal("google") };
/** Google's engines call the quantity `numImages`. */
const count = { numImages: z.number().int().min(1).max(4).default(1).describe("How many to make.") };
const bananaRatio = z
  .enum(["21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16"])
  .default("1:1")
  .describe("Width to height.");
const resolution = { resolution: z.enum(["1K", "2K", "4K"]).default("1K").describe("The size of the pictures.") };
const references = { images: images("Pictures to edit or to go by, at most 10.", 10).optional() };

const imagen4 = z
  .object({
    ...engine,
    model: z.literal("imagen4"),
    prompt: prompt(1000),
    negativePrompt: z
      .string()
      .max(1000)
      .default("")
      .meta({ description: "What to keep out of the result, in words.", format: "prompt" }),
    aspectRatio: z.enum(["1:1", "16:9", "9:16", "3:4", "4:3"]).default("1:1").describe("Width to height."),
    ...count,
    seed,
    ...pictureFile,
  })
  .describe("Imagen 4: text to picture.");

const nanoBanana2 = z
  .object({
    ...engine,
    model: z.literal("nano-banana-2"),
    prompt: prompt(50_000),
    ...references,
    aspectRatio: bananaRatio,
    ...resolution,
    ...count,
    seed,
    enableWebSearch: toggle("Let the model look things up on the web."),
    enableGoogleSearch: toggle("Let the model look things up with Google."),
    ...pictureFile,
  })
  .describe("Nano Banana 2: text to picture, and editing with pictures.");

const nanoBanana2Lite = z
  .object({
    ...engine,
    model: z.literal("nano-banana-2-lite"),
    prompt: prompt(50_000),
    ...references,
    aspectRatio: bananaRatio,
    ...count,
    seed,
    ...pictureFile,
  })
  .describe("Nano Banana 2 Lite: text to picture, and editing with pictures.");

const nanoBananaPro = z
  .object({
    ...engine,
    model: z.literal("nano-banana-pro"),
    prompt: prompt(50_000),
    ...references,
    aspectRatio: bananaRatio,
    ...resolution,
    ...count,
    ...pictureFile,
  })
  .describe("Nano Banana Pro: text to picture, and editing with pictures.");

/** Google: Imagen 4 and the Nano Banana family. */
export const googleInput = z.discriminatedUnion("model", [nanoBanana2, nanoBanana2Lite, nanoBananaPro, imagen4]);
