import { type PlacedReference, readReference, referencesIn, withValueAt } from "#contract/reference.ts";
import { type Chain, changeStep, type DraftStep } from "./chain.ts";

/** A reference of one step to another, or to nothing: where it stands, and what it names. */
export type ChainReference = PlacedReference & { target: string; outputPath: (string | number)[] };

/** The references of a step to other steps; those to `$arguments` are none. */
export function stepReferences(step: DraftStep, steps: readonly Pick<DraftStep, "name">[]): ChainReference[] {
  const names = steps.map(({ name }) => name);
  return referencesIn(step.input).flatMap((placed) => {
    const target = readReference(placed.reference, names);
    return target.source === "step" ? [{ ...placed, target: target.name, outputPath: target.path }] : [];
  });
}

/** Give a step another name, and write it into every reference to it. */
export function renameStep(chain: Chain, key: string, name: string): Chain {
  const renamed = chain.steps.find((step) => step.key === key);
  if (!renamed || renamed.name === name) return chain;
  const steps = chain.steps.map((step) => ({
    ...step,
    input: stepReferences(step, chain.steps)
      .filter(({ target }) => target === renamed.name)
      .reduce((input, { path, outputPath }) => withValueAt(input, path, referenceTo(name, outputPath)), step.input),
  }));
  return changeStep({ ...chain, steps }, key, { name });
}

/** A reference in the form with two members, which every server reads. */
function referenceTo(name: string, outputPath: readonly (string | number)[]): { $ref: string; path: string } {
  const path = outputPath.reduce<string>(
    (printed, key) => (typeof key === "number" ? `${printed}[${key}]` : printed === "" ? key : `${printed}.${key}`),
    "",
  );
  return { $ref: name, path };
}
