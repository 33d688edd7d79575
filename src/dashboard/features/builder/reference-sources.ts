import type { Catalogue, OutputPort } from "#contract/catalogue/catalogue.ts";
import type { DraftStep } from "./chain.ts";

/** An earlier step and the outputs of it that a value can be taken from. */
export type ReferenceSource = { stepName: string; stepType: string; position: number; ports: OutputPort[] };

/** The outputs that a step can use: those of the steps before it. */
export function referenceSources(steps: readonly DraftStep[], key: string, catalogue: Catalogue): ReferenceSource[] {
  const at = steps.findIndex((step) => step.key === key);
  return steps.slice(0, Math.max(0, at)).flatMap((step, position) => {
    const stepType = catalogue.stepTypes.find(({ type }) => type === step.type);
    return stepType && stepType.outputs.length > 0
      ? [{ stepName: step.name, stepType: step.type, position, ports: stepType.outputs }]
      : [];
  });
}
