import type { Catalogue } from "#contract/catalogue/catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { isObject } from "#contract/json.ts";
import type { RepeatableTemplate } from "#dashboard/api/submit-workflow.ts";
import type { Chain, DraftStep } from "./chain.ts";

/**
 * The template with a number for every seed that was left to chance, so that the body that is priced is byte for byte
 * the body that is sent. The number of a step follows from the draft and the step: the same until the next draft.
 */
export function fixSeeds(
  template: RepeatableTemplate,
  chain: Pick<Chain, "externalId"> & { steps: readonly Pick<DraftStep, "key">[] },
  catalogue: Catalogue,
): RepeatableTemplate {
  const steps = template.steps.map((step, index) => {
    const stepType = catalogue.stepTypes.find(({ type }) => type === step.$type);
    const key = chain.steps[index]?.key;
    if (!stepType || !key || !isObject(step.input)) return step;
    const field = resolveNode(stepType.input, step.input).fields?.find(({ control }) => control === "seed");
    if (!field || (step.input[field.name] ?? undefined) !== undefined || field.shape.kind !== "number") return step;
    const seed = seedOf(`${chain.externalId} ${key}`, field.shape.max);
    return { ...step, input: { ...step.input, [field.name]: seed } };
  });
  return { ...template, steps };
}

/** A whole number from a text (FNV-1a), at most 2^31 - 1 or what the field allows. */
function seedOf(text: string, max = Number.POSITIVE_INFINITY): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 1) % (Math.min(max, 2 ** 31 - 1) + 1);
}
