import { isObject, type Json } from "#contract/json.ts";

/** A JSON value that fits a JSON schema, with words of the text in it. What the schema leaves open stays small. */
export function jsonExample(schema: unknown, words: readonly string[], depth = 0): Json {
  if (!isObject(schema)) return words[0] ?? "";
  if ("const" in schema) return asJson(schema.const);
  if (Array.isArray(schema.enum)) return asJson(schema.enum[0]);
  const [alternative] = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  if (alternative !== undefined) return jsonExample(alternative, words, depth);
  switch (typeOf(schema)) {
    case "object":
      return objectExample(schema, words, depth);
    case "array":
      return listExample(schema, words, depth);
    case "integer":
    case "number":
      return numberExample(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textExample(schema, words);
  }
}

/** Schemas that refer to themselves would go on for ever. */
const deepest = 6;
/** Schemas that ask for more than anybody could hold get this much: items of the outermost list, characters of a text. */
const longestList = 64;
const longestText = 1_000;

function objectExample(schema: Record<string, unknown>, words: readonly string[], depth: number): Json {
  if (depth > deepest || !isObject(schema.properties)) return {};
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, property], index) => [
      name,
      jsonExample(property, rotate(words, index), depth + 1),
    ]),
  );
}

function listExample(schema: Record<string, unknown>, words: readonly string[], depth: number): Json {
  const least = typeof schema.minItems === "number" ? schema.minItems : 0;
  const most = typeof schema.maxItems === "number" ? schema.maxItems : Number.POSITIVE_INFINITY;
  // Lists in lists multiply, so the deeper ones are shorter.
  const longest = Math.max(3, longestList >> (2 * depth));
  const length = Math.min(most, longest, depth > deepest ? least : Math.max(least, 3));
  return Array.from({ length }, (_, index) => jsonExample(schema.items, rotate(words, index), depth + 1));
}

function numberExample({ minimum, maximum, type }: Record<string, unknown>): number {
  const low = typeof minimum === "number" ? minimum : 1;
  const high = typeof maximum === "number" ? maximum : Math.max(low, 10);
  const middle = (low + high) / 2;
  return type === "integer" ? Math.ceil(Math.min(high, middle)) : middle;
}

function textExample({ format, minLength, maxLength }: Record<string, unknown>, words: readonly string[]): string {
  if (format === "date") return "2026-01-31";
  if (format === "date-time") return "2026-01-31T12:00:00Z";
  if (format === "uri") return "https://example.com/";
  if (format === "email") return "someone@example.com";
  const text = (words[0] ?? "text").padEnd(typeof minLength === "number" ? Math.min(longestText, minLength) : 0, ".");
  return typeof maxLength === "number" ? text.slice(0, maxLength) : text;
}

function typeOf(schema: Record<string, unknown>): unknown {
  const types = [schema.type].flat();
  return types.find((type) => type !== "null") ?? (isObject(schema.properties) ? "object" : types[0]);
}

function rotate(words: readonly string[], by: number): string[] {
  if (words.length === 0) return [];
  const start = by % words.length;
  return [...words.slice(start), ...words.slice(0, start)];
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null));
}
