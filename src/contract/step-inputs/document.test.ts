import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isObject } from "../json.ts";
import { stepTypes } from "./step-types.ts";

type Schema = Record<string, unknown>;
type Variant = { name: string; properties: Map<string, Schema>; required: string[] };

const file = join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");
const schemas: Record<string, Schema> = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8")).components.schemas
  : {};

/** Fields whose facts differ from the document's on purpose. */
const exceptions: { variant: string; field: string; reason: string }[] = [
  { variant: "TextToImageInput", field: "seed", reason: "Required as never null; without one it is random." },
  { variant: "AceStepAudioInput", field: "seed", reason: "Required as never null; without one it is random." },
  { variant: "ChatCompletionInput", field: "tool_choice", reason: "The document's words allow any value." },
];
/** The engine of the guide's example is in no document (decisions, "Submitting"). */
const isGuideEngine = (constants: Record<string, string>) => constants.engine === "flux";

describe.skipIf(!existsSync(file))("step inputs beside the published document", () => {
  const ours = stepTypes.flatMap(({ type, input }) =>
    leavesOf(input).map((leaf) => ({
      ...describeLeaf(leaf),
      schema: schemaOf(type),
    })),
  );
  const documented = ours.filter(({ constants }) => !isGuideEngine(constants));

  it.each(documented)("agrees on the fields of $schema $variant", (leaf) => {
    expect(differences(leaf, theirVariant(leaf.schema, leaf.constants))).toEqual([]);
  });

  it.each(["ImageGenInput", "VideoGenInput"])("has every variant of the built-in engines of %s", (schema) => {
    const known = documented.filter((leaf) => leaf.schema === schema);
    const isBuiltIn = ({ engine, ecosystem }: Record<string, string>) =>
      known.some(({ constants }) => constants.engine === engine && constants.ecosystem === ecosystem);
    const theirs = theirLeaves(schema, {}).filter(({ constants }) => isBuiltIn(constants));
    expect(theirs.length).toBeGreaterThan(10);
    expect(theirs.filter((leaf) => !known.some(({ constants }) => isWithin(leaf.constants, constants)))).toEqual([]);
  });
});

/** The input's schema by the step type's name, whose abbreviations the document capitalises (WDTagging). */
function schemaOf(type: string): string {
  const name = `${type}Input`.toLowerCase();
  return Object.keys(schemas).find((known) => known.toLowerCase() === name) ?? name;
}

/** Every field, and every fact of a field, that only one side has. */
function differences(leaf: ReturnType<typeof describeLeaf>, variant: Variant): string[] {
  const names = new Set([...leaf.properties.keys(), ...variant.properties.keys()]);
  return [...names].flatMap((field) => {
    const [mine, theirs] = [leaf.properties.get(field), variant.properties.get(field)];
    if (mine === undefined || theirs === undefined) return [`${field} is in one of both only`];
    if (exceptions.some((one) => one.variant === variant.name && one.field === field)) return [];
    const [given, published] = [factsOf(mine), factsOf(theirs)];
    if (field in leaf.constants) return given.values === published.values ? [] : [`${field} is ${given.values}`];
    const expected = { ...published, default: defaultOf(given, published, theirs) };
    const isRequired = variant.required.includes(field) && expected.default === undefined;
    return [
      ...(JSON.stringify(given) === JSON.stringify(expected)
        ? []
        : [`${field}: ${JSON.stringify(given)} for ${JSON.stringify(expected)}`]),
      ...(leaf.required.includes(field) === isRequired ? [] : [`${field} is required by one of both only`]),
    ];
  });
}

/**
 * What our default has to be: the document's; where it can't print one, the first of an enumeration it refers to, or
 * false for a required boolean (facts 1.5 #36: required only because the server's type is not nullable).
 */
function defaultOf(given: Facts, published: Facts, theirs: Schema): unknown {
  if (published.default !== undefined) return published.default;
  if ("$ref" in theirs && published.values) return given.default === undefined ? undefined : published.first;
  return theirs.type === "boolean" && given.default === false ? false : undefined;
}

type Facts = ReturnType<typeof factsOf>;

/** The facts of one field in one form, whichever way its schema is written. */
function factsOf(schema: Schema) {
  const alternatives = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isObject) : [];
  const inner = { ...resolve(alternatives.find(({ type }) => type !== "null") ?? schema) };
  const types = [inner.type].flat();
  const values = "const" in inner ? [inner.const] : Array.isArray(inner.enum) ? inner.enum : undefined;
  return {
    isNullable: types.includes("null") || alternatives.some(({ type }) => type === "null"),
    values: values?.map(String).sort().join(),
    first: values?.[0],
    default: schema.default,
    minimum: unlessSafeBound(inner.minimum),
    maximum: unlessSafeBound(inner.maximum),
    minLength: inner.minLength === 0 ? undefined : inner.minLength,
    maxLength: inner.maxLength,
    minItems: inner.minItems,
    maxItems: inner.maxItems,
  };
}

/** zod prints the bounds of exact integers; they are no fact of the API. */
function unlessSafeBound(bound: unknown): unknown {
  return typeof bound === "number" && Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;
}

function leavesOf(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.flatMap((option) => (option instanceof z.ZodType ? leavesOf(option) : []));
  }
  throw new Error("An input is an object or a union of objects.");
}

function describeLeaf(leaf: z.ZodObject) {
  const printed: Schema = z.toJSONSchema(leaf, { io: "input" });
  const properties = propertiesOf(printed);
  const constants: Record<string, string> = {};
  for (const [name, property] of properties) {
    if (typeof property.const === "string") constants[name] = property.const;
  }
  return { properties, constants, required: requiredOf(printed), variant: Object.values(constants).join(" ") };
}

function theirVariant(name: string, constants: Record<string, string>): Variant {
  const leaf = theirLeaves(name, {}).find((one) => isWithin(one.constants, constants));
  if (leaf === undefined) throw new Error(`The document has no ${name} with ${JSON.stringify(constants)}.`);
  const chain = chainOf(leaf.name);
  const properties = new Map<string, Schema>();
  for (const part of chain) {
    for (const [key, property] of propertiesOf(part)) properties.set(key, { ...properties.get(key), ...property });
  }
  return { name: leaf.name, properties, required: chain.flatMap(requiredOf) };
}

function theirLeaves(
  name: string,
  constants: Record<string, string>,
): { name: string; constants: Record<string, string> }[] {
  const parts = [schemas[name] ?? {}, ...partsOf(schemas[name] ?? {}).filter((part) => !("$ref" in part))];
  const discriminator = parts.map((part) => part.discriminator).find(isObject);
  if (!discriminator || !isObject(discriminator.mapping)) return [{ name, constants }];
  const key = String(discriminator.propertyName);
  return Object.entries(discriminator.mapping).flatMap(([value, reference]) =>
    theirLeaves(nameOf(reference), { ...constants, [key]: value }),
  );
}

/** The schema with what it inherits, the general before the special. */
function chainOf(name: string): Schema[] {
  const schema = schemas[name] ?? {};
  return [...partsOf(schema).flatMap((part) => ("$ref" in part ? chainOf(nameOf(part.$ref)) : [part])), schema];
}

function resolve(schema: Schema): Schema {
  return "$ref" in schema ? (schemas[nameOf(schema.$ref)] ?? {}) : schema;
}

function isWithin(some: Record<string, string>, all: Record<string, string>): boolean {
  return Object.entries(some).every(([key, value]) => all[key] === value);
}

function partsOf(schema: Schema): Schema[] {
  return Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : [];
}

function propertiesOf(schema: Schema): Map<string, Schema> {
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return new Map(properties.flatMap(([key, value]) => (isObject(value) ? [[key, value]] : [])));
}

function requiredOf(schema: Schema): string[] {
  return Array.isArray(schema.required) ? schema.required.map(String) : [];
}

function nameOf(reference: unknown): string {
  return String(reference).split("/").at(-1) ?? "";
}
