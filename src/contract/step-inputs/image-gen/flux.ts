import { z } from "zod";
import { negativePrompt, pictureFile, pixels, prompt, quantity, seed, steps } from "../fields.ts";

/** The engine of the guide's own example: plain text to picture. Source: decisions, "Submitting". */
export const fluxInput = z
  .object({
    engine: z.literal("flux"),
    prompt: prompt(10_000),
    negativePrompt: negativePrompt(10_000),
    width: pixels("width", 64, 2048, 1024),
    height: pixels("height", 64, 2048, 1024),
    steps: steps(1, 150, 20),
    seed,
    quantity: quantity(12),
    ...pictureFile,
  })
  .describe("Flux: text to picture.");
