import { isDeepStrictEqual } from "node:util";
import type { JsonPatch } from "#contract/json-patch.ts";

/** The document after a patch, or which operation does not fit. The document that was given stays as it is. */
export type Patched = { ok: true; document: unknown } | { ok: false; index: number; message: string };

/** Apply a JSON Patch: all operations or none. Source: RFC 6902. */
export function applyJsonPatch(document: unknown, patch: JsonPatch): Patched {
  let result: unknown = structuredClone(document);
  for (const [index, operation] of patch.entries()) {
    try {
      result = applyOne(result, operation);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return { ok: false, index, message: error.message };
    }
  }
  return { ok: true, document: result };
}

/** An operation that does not fit the document; never leaves this file. */
class Misfit extends Error {}

function applyOne(document: unknown, operation: JsonPatch[number]): unknown {
  const keys = keysOf(operation.path);
  switch (operation.op) {
    case "add":
      return add(document, keys, structuredClone(operation.value));
    case "remove":
      return remove(document, keys).document;
    case "replace":
      return add(remove(document, keys).document, keys, structuredClone(operation.value));
    case "move": {
      if (operation.path.startsWith(`${operation.from}/`)) throw new Misfit("A value can't be moved into itself.");
      const taken = remove(document, keysOf(operation.from));
      return add(taken.document, keys, taken.value);
    }
    case "copy":
      return add(document, keys, structuredClone(find(document, keysOf(operation.from))));
    case "test":
      if (isDeepStrictEqual(find(document, keys), operation.value)) return document;
      throw new Misfit(`What is at "${operation.path}" is not equal to the value of the test.`);
  }
}

function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function find(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce((value, key) => step(value, key), document);
}

/** The value under a key of an object or array. */
function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[indexOf(key, value.length - 1)];
  if (typeof value === "object" && value !== null && Object.hasOwn(value, key)) return Reflect.get(value, key);
  throw new Misfit(`There is nothing at "${key}".`);
}

function add(document: unknown, keys: readonly string[], value: unknown): unknown {
  const key = keys.at(-1);
  if (key === undefined) return value;
  const parent = find(document, keys.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(key === "-" ? parent.length : indexOf(key, parent.length), 0, value);
  else if (typeof parent === "object" && parent !== null) {
    // Defined, not assigned: a member named __proto__ is a member like any other.
    Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
  } else throw new Misfit(`Nothing can be put at "${key}".`);
  return document;
}

function remove(document: unknown, keys: readonly string[]): { document: unknown; value: unknown } {
  const key = keys.at(-1);
  if (key === undefined) return { document: undefined, value: document };
  const parent = find(document, keys.slice(0, -1));
  const value = step(parent, key);
  if (Array.isArray(parent)) parent.splice(indexOf(key, parent.length - 1), 1);
  else if (typeof parent === "object" && parent !== null) Reflect.deleteProperty(parent, key);
  return { document, value };
}

function indexOf(key: string, max: number): number {
  if (!/^(0|[1-9]\d*)$/.test(key) || Number(key) > max) throw new Misfit(`There is no item "${key}".`);
  return Number(key);
}
