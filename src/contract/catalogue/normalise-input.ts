import { isObject } from "../json.ts";
import { isReference } from "../reference.ts";
import type { Field, InputNode, Shape } from "./catalogue.ts";
import { resolveNode } from "./resolve-node.ts";
import { validateInput, valueIn } from "./validate-input.ts";

/**
 * An input as a server takes it: defaults are filled in, and members that its variant does not know are left out.
 * References stay as they are, and so does what stands under an open choice.
 */
export function normaliseInput(node: InputNode, input: unknown): unknown {
  if (isReference(input)) return input;
  const { choices, fields, value } = resolveNode(node, input);
  if (value) return normaliseField(value, input);
  if (!fields || !isObject(input)) return input;
  const last = lastNode(node, input);
  const kept: Record<string, unknown> = {};
  for (const { choice, value: chosen } of choices) {
    const given = input[choice.discriminator];
    if (given !== undefined || chosen !== undefined) kept[choice.discriminator] = given ?? chosen;
  }
  for (const name of last.fixed) if (name in input) kept[name] = input[name];
  for (const field of fields) {
    const member = normaliseField(field, input[field.name]);
    if (member !== undefined) kept[field.name] = member;
  }
  return last.isOpen ? { ...input, ...kept } : kept;
}

function lastNode(node: InputNode, input: unknown): { fixed: readonly string[]; isOpen: boolean } {
  const inner = resolveNode(node, input).choices.at(-1)?.option?.node ?? node;
  return inner.kind === "fields" ? inner : { fixed: [], isOpen: true };
}

function normaliseField({ default: byDefault, shape }: Field, value: unknown): unknown {
  if (value === undefined) return byDefault === null ? undefined : byDefault;
  if (value === null || isReference(value)) return value;
  return normaliseShape(shape, value);
}

function normaliseShape(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case "enum":
      return valueIn(shape.values, value) ?? value;
    case "list":
      return Array.isArray(value) ? value.map((item) => normaliseField(shape.item, item)) : value;
    case "map":
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normaliseField(shape.value, item)]))
        : value;
    case "object":
      return normaliseInput(shape.node, value);
    case "union": {
      const fitting = shape.alternatives.find(({ field }) => isFitting(field, value));
      return fitting ? normaliseField(fitting.field, value) : value;
    }
    default:
      return value;
  }
}

function isFitting(field: Field, value: unknown): boolean {
  return Object.keys(validateInput({ kind: "value", field }, value)).length === 0;
}
