import type { PromptEnhancementInput } from "#contract/step-inputs/prompt-enhancement.ts";
import { enhancePrompt } from "./enhance-prompt.ts";
import { stepHandler } from "./step-handler.ts";

export const promptEnhancementHandler = stepHandler<PromptEnhancementInput>({
  type: "promptEnhancement",
  price: () => ({ base: 1, factors: {} }),
  durationSeconds: () => 2,
  itemCount: () => 1,
  run: async (input) => ({ ok: true, output: enhancePrompt(input) }),
});
