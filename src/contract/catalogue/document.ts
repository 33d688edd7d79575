import { isObject } from "../json.ts";

/** A JSON Schema as it stands in a document. */
export type Schema = Record<string, unknown>;

/** An object schema with everything it inherits. */
export type FlatObject = {
  /** Names of the schemas it came from, its own first: `ImageBlob`, `Blob`. */
  names: string[];
  title: string | undefined;
  description: string | undefined;
  deprecated: boolean;
  properties: Map<string, Schema>;
  required: Set<string>;
  /** Of the schema itself, and not of what it inherits: a child is past its parent's choice. */
  discriminator: { name: string; options: [value: string, schema: Schema][] } | undefined;
  /** What other members may hold; `undefined` when there are none. */
  additional: Schema | true | undefined;
};

/** Reads the schemas of one OpenAPI document. */
export type DocumentReader = {
  /** The schema that a `$ref` names, followed to its end; the schema itself when it is none. */
  follow(schema: Schema): { schema: Schema; name: string | undefined };
  flatten(schema: Schema): FlatObject;
  component(name: string): Schema | undefined;
};

/**
 * A reader over a document in either style: .NET's (a base with `discriminator.mapping`, children by `allOf`, each with
 * `additionalProperties: false`, which no value can satisfy as it stands), or `oneOf` with a discriminator.
 */
export function readDocument(document: unknown): DocumentReader {
  const components = isObject(document) && isObject(document.components) ? document.components : {};
  const schemas: Record<string, unknown> = isObject(components.schemas) ? components.schemas : {};

  const component = (name: string) => asSchema(schemas[name]);
  const follow = (schema: Schema): { schema: Schema; name: string | undefined } => {
    let current = schema;
    let name: string | undefined;
    for (let hops = 0; typeof current.$ref === "string" && hops < 20; hops += 1) {
      name = current.$ref.split("/").at(-1) ?? "";
      current = component(name) ?? {};
    }
    return { schema: current, name };
  };

  const flatten = (given: Schema): FlatObject => {
    const { schema, name } = follow(given);
    const flat = emptyFlat(name);
    for (const parent of schemasOf(schema.allOf)) absorb(flat, flatten(parent), typeof parent.$ref === "string");
    addOwn(flat, schema);
    flat.discriminator = discriminatorOf(schema) ?? flat.discriminator;
    flat.description = textOf(given.description) ?? textOf(schema.description) ?? flat.description;
    flat.title = textOf(schema.title) ?? flat.title;
    flat.deprecated = schema.deprecated === true || flat.deprecated;
    return flat;
  };

  const discriminatorOf = (schema: Schema): FlatObject["discriminator"] => {
    const alternatives = schemasOf(schema.oneOf);
    const declared = isObject(schema.discriminator) ? schema.discriminator : undefined;
    const name = textOf(declared?.propertyName);
    if (name !== undefined && isObject(declared?.mapping)) {
      const mapping = Object.entries(declared.mapping).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      return { name, options: mapping.map(([value, ref]) => [value, { $ref: ref }]) };
    }
    if (name === undefined || alternatives.length === 0) return undefined;
    return {
      name,
      options: alternatives.flatMap((one) => valuesAt(one, name).map((value): [string, Schema] => [value, one])),
    };
  };

  const valuesAt = (schema: Schema, name: string): string[] => {
    const property = flatten(schema).properties.get(name);
    return property ? constantsOf(follow(property).schema).filter((value) => typeof value === "string") : [];
  };

  return { follow, flatten, component };
}

/** The values that a schema allows by `const` or `enum`; empty when it allows others. */
export function constantsOf(schema: Schema): unknown[] {
  if ("const" in schema) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null) : [];
}

/** The members of a list of schemas. */
export function schemasOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function emptyFlat(name: string | undefined): FlatObject {
  return {
    names: name === undefined ? [] : [name],
    title: undefined,
    description: undefined,
    deprecated: false,
    properties: new Map(),
    required: new Set(),
    discriminator: undefined,
    additional: undefined,
  };
}

/** Take over what a parent says; a named parent's choice was made by coming here. */
function absorb(flat: FlatObject, parent: FlatObject, isNamed: boolean): void {
  flat.names.push(...parent.names);
  for (const [name, schema] of parent.properties) flat.properties.set(name, schema);
  for (const name of parent.required) flat.required.add(name);
  flat.additional = parent.additional ?? flat.additional;
  if (isNamed) return;
  flat.discriminator = parent.discriminator ?? flat.discriminator;
  flat.description = parent.description ?? flat.description;
}

function addOwn(flat: FlatObject, schema: Schema): void {
  if (isObject(schema.properties)) {
    for (const [name, property] of Object.entries(schema.properties)) {
      if (isObject(property)) flat.properties.set(name, property);
    }
  }
  if (Array.isArray(schema.required)) {
    for (const name of schema.required) if (typeof name === "string") flat.required.add(name);
  }
  if (isObject(schema.additionalProperties)) flat.additional = schema.additionalProperties;
  else if (schema.additionalProperties === true) flat.additional = true;
}

function asSchema(value: unknown): Schema | undefined {
  return isObject(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
