import { z } from "zod";
import { guidance, images, pictureFile, pixels, prompt, quantity, seed, toggle } from "../fields.ts";

/** Seedream: text to picture, and editing with pictures, in five versions. */
export const seedreamInput = z
  .object({
    engine: z.literal("seedream"),
    version: z.enum(["v3", "v4", "v4.5", "v5.0-lite", "v5.0-pro"]).default("v3").describe("The version of the model."),
    prompt: prompt().min(1),
    images: images("Pictures to edit or to go by, at most 10.", 10).optional(),
    width: pixels("width", 256, 4096, 1024),
    height: pixels("height", 256, 4096, 1024),
    guidanceScale: guidance(1, 10, 2.5),
    seed,
    quantity: quantity(12),
    enableSafetyChecker: toggle("Refuse what the model's maker deems unsafe."),
    ...pictureFile,
  })
  .describe("Seedream: text to picture, and editing with pictures.");
