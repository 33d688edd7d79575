import { z } from "zod";
import { isObject } from "../json.ts";

/** A JSON Schema, as it is printed. */
export type PrintedSchema = Record<string, unknown>;

/** The components of a document while it is printed: every named schema once. */
export type Components = Map<string, PrintedSchema>;

const at = (name: string) => `#/components/schemas/${name}`;

/** A reference to a component. */
export const refTo = (name: string): PrintedSchema => ({ $ref: at(name) });

/** A zod schema as JSON Schema: what goes in (`input`), or what comes out (`output`). */
export function printSchema(schema: z.core.$ZodType, io: "input" | "output"): PrintedSchema {
  const {
    $schema: _,
    "~standard": __,
    ...printed
  }: PrintedSchema = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return printed;
}

/**
 * Add a zod schema as a component and answer its name. Variants of a discriminated union become components of their own,
 * named after their values, and the union names them in `discriminator.mapping`: that is what generated clients and our
 * own catalogue read.
 */
export function addComponent(
  components: Components,
  name: string,
  schema: z.core.$ZodType,
  io: "input" | "output",
): string {
  components.set(name, splitVariants(components, name, printSchema(schema, io)));
  return name;
}

function splitVariants(components: Components, name: string, printed: PrintedSchema): PrintedSchema {
  const branches = Array.isArray(printed.oneOf) ? printed.oneOf.filter(isObject) : [];
  const [only] = branches;
  if (only && branches.length === 1) return splitVariants(components, name, only);
  const key = discriminatorOf(branches);
  if (key === undefined) return deepSplit(components, name, printed);
  const { oneOf: _, anyOf: __, ...rest } = printed;
  const mapping: Record<string, string> = {};
  for (const [value, group] of groupByValue(branches, key)) {
    const variant = `${capitalise(value)}${name}`;
    const [first] = group;
    components.set(
      variant,
      group.length === 1 && first
        ? splitVariants(components, variant, first)
        : splitVariants(components, variant, { oneOf: group }),
    );
    mapping[value] = at(variant);
  }
  const refs = [...new Set(Object.values(mapping))].map(($ref) => ({ $ref }));
  return {
    ...rest,
    type: "object",
    required: [key],
    properties: { [key]: propertyOf(branches, key) },
    oneOf: refs,
    discriminator: { propertyName: key, mapping },
  };
}

/** The discriminator as a property: any of the values, and the default where a branch has one. */
function propertyOf(branches: readonly PrintedSchema[], key: string): PrintedSchema {
  const defaults = branches.flatMap((branch) => leavesOf(branch)).map((leaf) => valueSchema(leaf, key)?.default);
  const byDefault = defaults.find((value) => value !== undefined);
  return {
    type: "string",
    enum: [...new Set(branches.flatMap((branch) => valuesOf(branch, key)))],
    ...(byDefault === undefined ? {} : { default: byDefault }),
  };
}

/** Discriminated unions may stand anywhere inside: in properties, items and alternatives. */
function deepSplit(components: Components, name: string, printed: PrintedSchema): PrintedSchema {
  const copy: PrintedSchema = { ...printed };
  if (isObject(copy.properties)) {
    copy.properties = Object.fromEntries(
      Object.entries(copy.properties).map(([key, property]) => [
        key,
        splitInside(components, `${name}${capitalise(key)}`, property),
      ]),
    );
  }
  if (isObject(copy.items)) copy.items = splitInside(components, `${name}Item`, copy.items);
  return copy;
}

function splitInside(components: Components, name: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const branches = Array.isArray(value.oneOf) ? value.oneOf.filter(isObject) : [];
  if (discriminatorOf(branches) === undefined) return deepSplit(components, name, value);
  components.set(name, splitVariants(components, name, value));
  return refTo(name);
}

/** The property that has constant values in all branches, different from branch to branch. */
function discriminatorOf(branches: readonly PrintedSchema[]): string | undefined {
  const [first] = branches;
  if (!first || branches.length < 2) return undefined;
  const candidates = Object.keys(propertiesOf(leavesOf(first)[0] ?? {}));
  const shared = candidates.filter((key) => branches.every((branch) => valuesOf(branch, key).length > 0));
  // Of several, the outermost choice is the one that splits the branches into most groups without overlap.
  return shared.find((key) => new Set(branches.map((branch) => valuesOf(branch, key).join())).size > 1);
}

function groupByValue(branches: readonly PrintedSchema[], key: string): Map<string, PrintedSchema[]> {
  const groups = new Map<string, PrintedSchema[]>();
  for (const branch of branches) {
    for (const value of valuesOf(branch, key)) groups.set(value, [...(groups.get(value) ?? []), branch]);
  }
  return groups;
}

function valuesOf(branch: PrintedSchema, key: string): string[] {
  const values = leavesOf(branch).flatMap((leaf) => {
    const schema = valueSchema(leaf, key);
    if (!schema) return [undefined];
    return "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [undefined];
  });
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? [...new Set(texts)] : [];
}

function leavesOf(branch: PrintedSchema): PrintedSchema[] {
  return Array.isArray(branch.oneOf) ? branch.oneOf.filter(isObject).flatMap(leavesOf) : [branch];
}

function valueSchema(leaf: PrintedSchema, key: string): PrintedSchema | undefined {
  const property = propertiesOf(leaf)[key];
  return isObject(property) ? property : undefined;
}

function propertiesOf(schema: PrintedSchema): Record<string, unknown> {
  return isObject(schema.properties) ? schema.properties : {};
}

/** A value as a part of a name: `nano-banana-2` is `NanoBanana2`. */
export function capitalise(text: string): string {
  return text
    .replace(/^\$/, "")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
