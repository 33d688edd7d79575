import { isObject } from "../json.ts";
import { type DocumentReader, type Schema, schemasOf } from "./document.ts";

/** The schema without its "or null", and whether it had one. */
export function withoutNull(reader: DocumentReader, schema: Schema): { inner: Schema; nullable: boolean } {
  const alternatives = schemasOf(schema.anyOf ?? schema.oneOf);
  const others = alternatives.filter((one) => one.type !== "null");
  if (others.length < alternatives.length) {
    const { anyOf: _, oneOf: __, ...around } = schema;
    const [only] = others;
    const inner =
      others.length === 1 && only ? { ...reader.follow(only).schema, ...around } : { ...around, oneOf: others };
    return { inner, nullable: true };
  }
  return { inner: schema, nullable: Array.isArray(schema.type) && schema.type.includes("null") };
}

/** Whether the schema describes an object, and not one of several shapes. */
export function isObjectSchema(schema: Schema): boolean {
  const isUnion = Array.isArray(schema.oneOf) || Array.isArray(schema.anyOf);
  return (
    "properties" in schema ||
    "allOf" in schema ||
    isObject(schema.discriminator) ||
    (!isUnion && typesOf(schema)[0] === "object")
  );
}

/** The JSON types that the schema allows, without null. */
export function typesOf(schema: Schema): string[] {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.filter((type): type is string => typeof type === "string" && type !== "null");
}

/** Those of the members that are numbers. */
export function pick<Key extends string>(schema: Schema, ...keys: Key[]): { [K in Key]?: number } {
  const picked: { [K in Key]?: number } = {};
  for (const key of keys) {
    const value = numberOf(schema[key]);
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** The value where it is a number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The value where it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * The object with one more member, which is made when it is first read, and then kept. Whoever spreads the object reads
 * the member.
 */
export function lazily<const Rest extends object, Key extends string, Value>(
  rest: Rest,
  key: Key,
  make: () => Value,
): Rest & { readonly [K in Key]: Value } {
  Object.defineProperty(rest, key, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make();
      Object.defineProperty(rest, key, { value });
      return value;
    },
  });
  return rest as Rest & { readonly [K in Key]: Value }; // Proven by the getter above.
}
