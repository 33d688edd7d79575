import { isObject } from "../json.ts";
import { printPath } from "../problem.ts";
import { isReference } from "../reference.ts";
import type { Field, InputNode, Shape } from "./catalogue.ts";
import { resolveNode } from "./resolve-node.ts";

/** What is wrong with an input, by printed path: `transforms[0].targetWidth`. Empty when it will do. */
export type InputErrors = Record<string, string>;

type Report = (path: readonly PropertyKey[], message: string) => void;

/**
 * Check an input against its tree of variants: first by discriminator, then field by field, so that one mistake is one
 * message. References count as fitting; members that no field knows are left to the server.
 */
export function validateInput(node: InputNode, input: unknown): InputErrors {
  const errors: InputErrors = {};
  checkNode(node, input, [], (path, message) => {
    errors[printPath(path)] ??= message;
  });
  return errors;
}

function checkNode(node: InputNode, input: unknown, path: readonly PropertyKey[], report: Report): void {
  if (isReference(input)) return;
  const { choices, fields, value } = resolveNode(node, input);
  if (value) {
    checkField(value, input, path, report);
    return;
  }
  if (!isObject(input)) {
    report(path, "Fill this in.");
    return;
  }
  for (const { choice, value: chosen, option } of choices) {
    if (option || isReference(input[choice.discriminator])) continue;
    const words =
      chosen === undefined
        ? `Choose a ${choice.label.toLowerCase()}.`
        : `There is no ${choice.label.toLowerCase()} "${chosen}".`;
    report([...path, choice.discriminator], words);
  }
  for (const field of fields ?? []) checkField(field, input[field.name], [...path, field.name], report);
}

function checkField(field: Field, value: unknown, path: readonly PropertyKey[], report: Report): void {
  if (value === undefined || (value === null && (field.nullable || !field.required))) {
    if (field.required && field.default === undefined) report(path, `${field.label} is required.`);
    return;
  }
  if (isReference(value)) return;
  checkShape(field.shape, value, path, report);
}

function checkShape(shape: Shape, value: unknown, path: readonly PropertyKey[], report: Report): void {
  switch (shape.kind) {
    case "text":
      checkText(shape, value, path, report);
      return;
    case "number":
      checkNumber(shape, value, path, report);
      return;
    case "boolean":
      if (typeof value !== "boolean") report(path, "Choose yes or no.");
      return;
    case "enum":
      if (valueIn(shape.values, value) === undefined) report(path, `Choose one of ${shape.values.join(", ")}.`);
      return;
    case "list":
      checkList(shape, value, path, report);
      return;
    case "map":
      if (!isObject(value)) {
        report(path, "This is a list of names and values.");
        return;
      }
      for (const [key, item] of Object.entries(value)) checkField(shape.value, item, [...path, key], report);
      return;
    case "object":
      if (isObject(value)) checkNode(shape.node, value, path, report);
      else report(path, "Fill this in.");
      return;
    case "union":
      checkUnion(shape, value, path, report);
      return;
    case "open":
      if (shape.isObject && !isObject(value)) report(path, "This is a JSON object.");
      return;
  }
}

function checkText(
  shape: Extract<Shape, { kind: "text" }>,
  value: unknown,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (typeof value !== "string") {
    report(path, "This is a text.");
    return;
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = shape;
  if (value.length < minLength) {
    report(path, value === "" ? "This must not be empty." : `At least ${minLength} characters.`);
  } else if (value.length > maxLength) {
    report(path, `At most ${maxLength} characters; these are ${value.length}.`);
  } else if (shape.pattern !== undefined && !matches(shape.pattern, value)) {
    report(path, `This does not have the form ${shape.pattern}.`);
  }
}

/**
 * The value as the list spells it: case does not matter, as in .NET, nor whether a number is written as a text.
 * `undefined` when it is not in the list.
 */
export function valueIn(values: readonly (string | number)[], given: unknown): string | number | undefined {
  const exact = values.find((value) => value === given);
  if (exact !== undefined || (typeof given !== "string" && typeof given !== "number")) return exact;
  return values.find((value) => String(value).toLowerCase() === String(given).toLowerCase());
}

/** Whether the text fits. A .NET pattern that JavaScript can't read is left to the server. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

function checkNumber(
  shape: Extract<Shape, { kind: "number" }>,
  value: unknown,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    report(path, "This is a number.");
    return;
  }
  if (shape.isInteger && !Number.isInteger(value)) {
    report(path, "This is a whole number.");
    return;
  }
  if (shape.min !== undefined && value < shape.min) {
    report(path, `At least ${shape.min}.`);
    return;
  }
  if (shape.max !== undefined && value > shape.max) {
    report(path, `At most ${shape.max}.`);
    return;
  }
}

function checkList(
  shape: Extract<Shape, { kind: "list" }>,
  value: unknown,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (!Array.isArray(value)) {
    report(path, "This is a list.");
    return;
  }
  if (shape.minItems !== undefined && value.length < shape.minItems) report(path, `At least ${shape.minItems}.`);
  if (shape.maxItems !== undefined && value.length > shape.maxItems) report(path, `At most ${shape.maxItems}.`);
  if (shape.unique && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
    report(path, "Each only once.");
  for (const [index, item] of value.entries()) checkField(shape.item, item, [...path, index], report);
}

/** One alternative that fits is enough; else the alternative that is least wrong speaks. */
function checkUnion(
  { alternatives }: Extract<Shape, { kind: "union" }>,
  value: unknown,
  path: readonly PropertyKey[],
  report: Report,
): void {
  const attempts = alternatives.map(({ field }) => {
    const found: [readonly PropertyKey[], string][] = [];
    checkField(field, value, path, (at, message) => found.push([at, message]));
    return found;
  });
  if (attempts.some((found) => found.length === 0)) return;
  const deepest = (found: [readonly PropertyKey[], string][]) => Math.max(0, ...found.map(([at]) => at.length));
  const best = attempts.toSorted((one, other) => deepest(other) - deepest(one) || one.length - other.length)[0];
  for (const [at, message] of best ?? []) report(at, message);
}
