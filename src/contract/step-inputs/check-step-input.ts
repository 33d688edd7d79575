import type { z } from "zod";
import { isObject, type Json } from "../json.ts";
import { errorsOf, printPath } from "../problem.ts";
import { isReference, referencesIn, valueAt, withValueAt } from "../reference.ts";

/** The outcome of checking an input: the input with its defaults and without unknown fields, or what is wrong where. */
export type CheckedInput =
  | { ok: true; input: unknown; dropped: string[] }
  | { ok: false; errors: Record<string, string[]> };

/** Values of every type and of common shapes; one of them fits wherever a reference may stand. */
const placeholders: Json[] = [
  "https://reference.invalid/media",
  "urn:air:sdxl:checkpoint:civitai:1@1",
  1,
  512,
  0.5,
  true,
  [],
  {},
];

/**
 * Check a step's input against the schema of its type. Any value may be a reference: it counts as fitting, and comes
 * back as it was written. `prefix` is put before each path of an error, such as `steps[0].input`.
 */
export function checkStepInput(schema: z.ZodType, input: unknown, prefix: readonly PropertyKey[] = []): CheckedInput {
  const references = referencesIn(input);
  const filled = references.reduce((value, { path }) => fillIn(schema, value, path), input);
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const issues = leafIssues(parsed.error.issues).filter(
      ({ path }) => !references.some((placed) => startsWith(path, placed.path)),
    );
    if (issues.length > 0) return { ok: false, errors: errorsOf(issues, prefix) };
    return { ok: true, input, dropped: [] };
  }
  const restored = references.reduce<unknown>(
    (value, { path, reference }) => (valueAt(value, path) === undefined ? value : withValueAt(value, path, reference)),
    parsed.data,
  );
  return { ok: true, input: restored, dropped: droppedFields(input, restored, prefix) };
}

/** The paths of what was given and is not kept. */
export function droppedFields(given: unknown, kept: unknown, prefix: readonly PropertyKey[] = []): string[] {
  if (isReference(given)) return [];
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((item, index) => droppedFields(item, kept[index], [...prefix, index]));
  }
  if (!isObject(given) || !isObject(kept)) return [];
  return Object.entries(given).flatMap(([key, item]) =>
    key in kept ? droppedFields(item, kept[key], [...prefix, key]) : [printPath([...prefix, key])],
  );
}

/** The value with the reference at the path replaced by something that fits there, if anything does. */
function fillIn(schema: z.ZodType, value: unknown, path: (string | number)[]): unknown {
  for (const placeholder of placeholders) {
    const candidate = withValueAt(value, path, placeholder);
    const parsed = schema.safeParse(candidate);
    if (parsed.success || !leafIssues(parsed.error.issues).some((issue) => startsWith(issue.path, path)))
      return candidate;
  }
  return value;
}

/** The issues of a union that say most: those of its branch that came furthest. */
function leafIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    const branches = issue.errors.map((branch) => leafIssues(branch));
    const best = branches.reduce((one, other) => (other.length < one.length ? other : one));
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

function startsWith(path: readonly PropertyKey[], start: readonly PropertyKey[]): boolean {
  return start.every((key, index) => path[index] === key);
}
