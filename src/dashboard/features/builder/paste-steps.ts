import { type Chain, type DraftStep, freeName } from "./chain.ts";
import { renameStep } from "./chain-references.ts";
import { writeTemplate } from "./chain-template.ts";

/** Steps as a text that can be pasted again, here or in another tab: the body of a workflow of those steps alone. */
export function copyOfSteps(some: readonly DraftStep[], chain: Chain): string {
  const alone: Chain = { ...chain, steps: [...some], settings: { ...chain.settings, metadataText: "", rest: {} } };
  const { steps } = writeTemplate(alone) ?? { steps: [] };
  return JSON.stringify({ steps }, null, 2);
}

/**
 * The chain with the steps of another one at its end. A name that is taken gives way to a free one, also in the
 * references of the pasted steps to each other; references to steps of the same name here stay and mean those.
 */
export function pasteSteps(chain: Chain, pasted: Chain, newKey: () => string = () => crypto.randomUUID()): Chain {
  let renamed: Chain = { ...pasted, steps: pasted.steps.map((step) => ({ ...step, key: newKey() })) };
  for (const { key, name, type, isUnnamed } of renamed.steps) {
    const others = renamed.steps.filter((step) => step.key !== key);
    const wish = isUnnamed ? type : name;
    renamed = renameStep(renamed, key, freeName(wish, [...chain.steps, ...others]));
  }
  const steps = renamed.steps.map(({ isUnnamed: _, ...step }) => step);
  return { ...chain, steps: [...chain.steps, ...steps] };
}
