import type { Catalogue, Field, InputNode, Shape } from "#contract/catalogue/catalogue.ts";
import { resolveNode } from "#contract/catalogue/resolve-node.ts";
import { currencies } from "#contract/currency.ts";
import { isObject } from "#contract/json.ts";
import { valueAt } from "#contract/reference.ts";
import { stepTemplateSchema } from "#contract/step.ts";
import { workflowTemplateSchema } from "#contract/workflow.ts";
import type { Key } from "#dashboard/display/json-place.ts";

/** Something to write at a place of a body: a property name, or a value as JSON. */
export type Suggestion = { text: string; detail?: string };

/**
 * What may be written in a body: with `property` the values of that property of the object at `path`, without it the
 * names of its properties that are not there yet.
 */
export function suggestionsAt(
  catalogue: Catalogue,
  body: unknown,
  path: readonly Key[],
  property: string | undefined,
): Suggestion[] {
  const here = valueAt(body, path);
  const members = isObject(here) ? here : {};
  const known = knownAt(catalogue, body, path, members);
  if (property === undefined) {
    return Object.keys(known)
      .filter((name) => !(name in members))
      .map((name) => ({ text: name, ...(known[name]?.detail ? { detail: known[name].detail } : {}) }));
  }
  return (known[property]?.values ?? []).map((value) => ({ text: JSON.stringify(value) }));
}

type Known = Record<string, { detail?: string | undefined; values?: readonly unknown[] }>;

const yesOrNo = [true, false];

function knownAt(catalogue: Catalogue, body: unknown, path: readonly Key[], members: Record<string, unknown>): Known {
  const [list, index, part, ...inside] = path;
  if (path.length === 0) {
    const values: Known = {
      upgradeMode: { values: ["manual", "automatic"] },
      currencies: { values: [currencies] },
      ...Object.fromEntries(
        ["allowMatureContent", "experimental", "ephemeral"].map((name) => [name, { values: yesOrNo }]),
      ),
    };
    return Object.fromEntries(Object.keys(workflowTemplateSchema.shape).map((name) => [name, values[name] ?? {}]));
  }
  if (list !== "steps" || typeof index !== "number") return {};
  if (part === undefined) {
    const values: Known = {
      $type: { values: catalogue.stepTypes.map(({ type }) => type) },
      priority: { values: ["high", "normal", "low"] },
    };
    return Object.fromEntries(Object.keys(stepTemplateSchema.shape).map((name) => [name, values[name] ?? {}]));
  }
  const type = valueAt(body, ["steps", index, "$type"]);
  const stepType = catalogue.stepTypes.find((one) => one.type === type);
  const node =
    stepType && part === "input" ? nodeAt(stepType.input, valueAt(body, ["steps", index, "input"]), inside) : undefined;
  return node ? knownOf(node, members) : {};
}

/** The node that describes the object at a path inside an input. */
function nodeAt(node: InputNode, value: unknown, path: readonly Key[]): InputNode | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return node;
  const field = resolveNode(node, value).fields?.find(({ name }) => name === key);
  return field ? nodeOfShape(field.shape, valueAt(value, [key]), rest) : undefined;
}

function nodeOfShape(shape: Shape, value: unknown, path: readonly Key[]): InputNode | undefined {
  switch (shape.kind) {
    case "object":
      return nodeAt(shape.node, value, path);
    case "list": {
      const [index, ...rest] = path;
      return typeof index === "number" ? nodeOfShape(shape.item.shape, valueAt(value, [index]), rest) : undefined;
    }
    case "map": {
      const [key, ...rest] = path;
      return key === undefined ? undefined : nodeOfShape(shape.value.shape, valueAt(value, [key]), rest);
    }
    case "union":
      return shape.alternatives.map(({ field }) => nodeOfShape(field.shape, value, path)).find(Boolean);
    default:
      return undefined;
  }
}

function knownOf(node: InputNode, members: Record<string, unknown>): Known {
  const { choices, fields } = resolveNode(node, members);
  return Object.fromEntries([
    ...choices.map(({ choice }) => [choice.discriminator, { values: choice.options.map(({ value }) => value) }]),
    ...(fields ?? []).map((field) => [field.name, { detail: field.help, values: valuesOf(field) }]),
  ]);
}

function valuesOf({ shape, default: byDefault }: Field): readonly unknown[] {
  if (shape.kind === "enum") return shape.values;
  if (shape.kind === "boolean") return yesOrNo;
  return byDefault === undefined || byDefault === null ? [] : [byDefault];
}
