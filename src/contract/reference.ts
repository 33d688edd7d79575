import { isObject } from "./json.ts";
import { parsePath } from "./problem.ts";

/** A reference in either form: `{"$ref": NAME, "path": PATH}` or `{"$ref": "NAME.PATH"}`. Source: decisions, "Submitting". */
export type Reference = { $ref: string; path?: string };

/** What a reference points at: a step by name, or the workflow's arguments; `path` is a list of keys. */
export type ReferenceTarget =
  | { source: "step"; name: string; path: (string | number)[] }
  | { source: "arguments"; path: (string | number)[] };

/** A reference and where it stands: `path` are the keys from the root of the value it was found in. */
export type PlacedReference = { path: (string | number)[]; reference: Reference };

/** Whether the value is a reference: an object with `$ref` and at most a `path` beside it. */
export function isReference(value: unknown): value is Reference {
  if (!isObject(value) || typeof value.$ref !== "string") return false;
  const { $ref: _, path, ...others } = value;
  return Object.keys(others).length === 0 && (path === undefined || typeof path === "string");
}

/**
 * The parts of a reference. In the one-string form the name is the longest that a known step has, and ends at a dot or
 * bracket; where no step is called so, at the first of them. A leading `$` is optional: the exact name wins. `$` and a
 * position mean the step there, also one with a name of its own. A name that fits no known step is returned as it stands.
 */
export function readReference(reference: Reference, stepNames: readonly string[]): ReferenceTarget {
  const [text, path] =
    reference.path === undefined && !isStepName(reference.$ref, stepNames)
      ? splitName(reference.$ref, stepNames)
      : [reference.$ref, reference.path ?? ""];
  const keys = parsePath(path);
  const name = findStepName(text, stepNames);
  if (name === undefined && text.replace(/^\$/, "") === "arguments") return { source: "arguments", path: keys };
  return { source: "step", name: name ?? text, path: keys };
}

/** Every reference inside a value, in reading order. */
export function referencesIn(value: unknown, path: (string | number)[] = []): PlacedReference[] {
  if (isReference(value)) return [{ path, reference: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, [...path, key]));
}

/** The name a step goes by: its own, or `$` and its position. Source: decisions, "Submitting". */
export function stepNameOf(step: { name?: string | null }, index: number): string {
  return step.name ? step.name : `$${index}`;
}

/** What stands at the path inside a value; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

/** A copy of the value with another value at the path; the objects and arrays on the way are copied, the rest is shared. */
export function withValueAt(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? withValueAt(item, rest, replacement) : item));
  return {
    ...(isObject(value) ? value : {}),
    [key]: withValueAt(isObject(value) ? value[key] : undefined, rest, replacement),
  };
}

function findStepName(text: string, stepNames: readonly string[]): string | undefined {
  const bare = text.replace(/^\$/, "");
  const named = [text, bare, `$${bare}`].find((name) => stepNames.includes(name));
  return named ?? (/^\$\d+$/.test(text) ? stepNames[Number(bare)] : undefined);
}

function isStepName(text: string, stepNames: readonly string[]): boolean {
  return findStepName(text, stepNames) !== undefined;
}

function splitName(text: string, stepNames: readonly string[]): [name: string, path: string] {
  const ends = [...text.matchAll(/[.[]/g)].map(({ index }) => index);
  const end = ends.findLast((at) => isStepName(text.slice(0, at), stepNames)) ?? ends[0];
  return end === undefined ? [text, ""] : [text.slice(0, end), text.slice(end).replace(/^\./, "")];
}
