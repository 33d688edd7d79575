import { isObject } from "../json.ts";
import { isReference } from "../reference.ts";
import type { ChoiceNode, ChoiceOption, Field, InputNode } from "./catalogue.ts";

/** The choices that an input has made, from the outside in, and what comes after the last of them. */
export type ResolvedNode = {
  choices: { choice: ChoiceNode; value: string | undefined; option: ChoiceOption | undefined }[];
  /** The fields of the variant; `undefined` while a choice is open. */
  fields: Field[] | undefined;
  /** Where the input is a single value. */
  value: Field | undefined;
};

/** Follow an input's discriminators (engine, ecosystem, model, ...) to the fields of its variant. */
export function resolveNode(node: InputNode, input: unknown): ResolvedNode {
  const choices: ResolvedNode["choices"] = [];
  let current = node;
  while (current.kind === "choice") {
    const given = isObject(input) ? input[current.discriminator] : undefined;
    const value = typeof given === "string" ? given : isReference(given) ? undefined : current.default;
    const option = current.options.find((one) => one.value === value);
    choices.push({ choice: current, value, option });
    if (!option) return { choices, fields: undefined, value: undefined };
    current = option.node;
  }
  return current.kind === "fields"
    ? { choices, fields: current.fields, value: undefined }
    : { choices, fields: undefined, value: current.field };
}

/**
 * The input to start with: the first option of every choice that has no default, the defaults of required fields left
 * to the server, and nothing else.
 */
export function defaultInput(node: InputNode): unknown {
  if (node.kind === "value") return node.field.default ?? "";
  const input: Record<string, unknown> = {};
  let current: InputNode = node;
  while (current.kind === "choice") {
    const { discriminator, options, default: byDefault }: ChoiceNode = current;
    const option: ChoiceOption | undefined =
      options.find(({ value }) => value === byDefault) ?? options.find(({ deprecated }) => !deprecated);
    if (!option) break;
    input[discriminator] = option.value;
    current = option.node;
  }
  return input;
}
