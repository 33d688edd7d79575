import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { normaliseInput } from "#contract/catalogue/normalise-input.ts";
import { droppedFields } from "#contract/dropped-fields.ts";
import { stepTemplateSchema } from "#contract/step.ts";
import { workflowTemplateSchema } from "#contract/workflow.ts";
import type { Chain, DraftStep } from "./chain.ts";

/**
 * Members of a step's input that its variant does not know, as paths such as `negative_prompt`. A server may drop them
 * without a word, and a misspelt one costs money.
 */
function unknownInputFields(step: DraftStep, catalogue: Catalogue): string[] {
  const stepType = catalogue.stepTypes.find(({ type }) => type === step.type);
  return stepType ? droppedFields(step.input, normaliseInput(stepType.input, step.input)) : [];
}

/** All of a chain's members that nobody knows, as paths of the request: `steps[0].input.negative_prompt`, `callback`. */
export function unknownFields(chain: Chain, catalogue: Catalogue): string[] {
  const around = Object.keys(chain.settings.rest).filter((name) => !(name in workflowTemplateSchema.shape));
  const ofSteps = chain.steps.flatMap((step, index) => [
    ...Object.keys(step.rest ?? {})
      .filter((name) => !(name in stepTemplateSchema.shape))
      .map((name) => `steps[${index}].${name}`),
    ...unknownInputFields(step, catalogue).map((path) => `steps[${index}].input.${path}`),
  ]);
  return [...around, ...ofSteps];
}
