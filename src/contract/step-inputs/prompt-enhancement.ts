import { z } from "zod";
import { images, negativePrompt } from "./fields.ts";
import { stepType } from "./step-type.ts";

export const promptEnhancement = stepType({
  type: "promptEnhancement",
  title: "Enhance prompt",
  description: "Enriches a prompt for a kind of model, and says what was weak about it.",
  group: "text",
  input: z.object({
    ecosystem: z.string().min(1).describe("The kind of model that the prompt is for, such as sdxl, flux or ltx2."),
    prompt: z.string().min(1).meta({ description: "The prompt to enrich.", format: "prompt" }),
    negativePrompt: negativePrompt(),
    instruction: z.string().nullish().describe('How to go about it, such as "keep it under 20 words".'),
    temperature: z.number().min(0).max(1).nullish().describe("How freely: 0 sober, 1 inventive."),
    images: images("Pictures whose style to take up.").nullish().describe("Pictures whose style to take up."),
  }),
  output: z.object({
    enhancedPrompt: z.string(),
    enhancedNegativePrompt: z.string().nullish(),
    issues: z.array(z.object({ description: z.string(), severity: z.enum(["info", "warning", "error"]).nullish() })),
    recommendations: z.array(z.string()),
  }),
});
export type PromptEnhancementInput = z.output<typeof promptEnhancement.input>;
