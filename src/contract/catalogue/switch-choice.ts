import { isObject } from "../json.ts";
import { isReference } from "../reference.ts";
import type { ChoiceNode, Field, InputNode } from "./catalogue.ts";
import { resolveNode } from "./resolve-node.ts";
import { validateInput } from "./validate-input.ts";

/** What came of another choice: the input as it is then, and the members that the new variant has no place for. */
export type SwitchedChoice = { input: Record<string, unknown>; dropped: Record<string, unknown> };

/**
 * Choose another option of a discriminator. Members that the new variant also has stay where they fit, later choices
 * keep their value where it still is one and take the default where not; the rest is dropped and told, so that it can
 * be brought back. `left`: members that earlier choices dropped; what fits now is there again.
 */
export function switchChoice(
  node: InputNode,
  input: unknown,
  discriminator: string,
  value: string,
  left: Readonly<Record<string, unknown>> = {},
): SwitchedChoice {
  const given: Record<string, unknown> = isObject(input) ? { ...input } : {};
  const chosenBefore = new Set(resolveNode(node, given).choices.map(({ choice }) => choice.discriminator));
  const kept: Record<string, unknown> = {};
  let current = node;
  while (current.kind === "choice") {
    const { discriminator: name, options, default: byDefault }: ChoiceNode = current;
    const wishes = name === discriminator ? [value] : [given[name], left[name], byDefault];
    const found = wishes.flatMap((wish) => options.find((one) => one.value === wish) ?? []);
    const option = found[0] ?? options[0];
    if (!option) break;
    kept[name] = option.value;
    current = option.node;
  }
  const fields = new Map(current.kind === "fields" ? current.fields.map((field) => [field.name, field]) : []);
  const dropped: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(given)) {
    if (kept[name] === member || name === discriminator) continue;
    // What was a choice, such as a vendor's model, is no value of a field that happens to have its name.
    if (!(name in kept) && !chosenBefore.has(name) && isKept(fields.get(name), member)) kept[name] = member;
    else dropped[name] = member;
  }
  for (const [name, member] of Object.entries(left)) {
    if (!(name in kept) && isKept(fields.get(name), member)) kept[name] = member;
  }
  return { input: kept, dropped };
}

/** Words are kept even where they are too many: shortening them is the operator's. */
function isKept(field: Field | undefined, member: unknown): boolean {
  if (!field) return false;
  if (isReference(member) || (field.shape.kind === "text" && typeof member === "string")) return true;
  return Object.keys(validateInput({ kind: "value", field }, member)).length === 0;
}
