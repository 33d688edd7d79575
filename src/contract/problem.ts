import * as z from "zod/mini";

/**
 * The body of every refusal (`application/problem+json`, RFC 9457). `errors` maps a path of the request, such as
 * `steps[0].input.width`, to what is wrong there. Source: facts 5.1.
 */
export const problemSchema = z.looseObject({
  type: z.nullish(z.string()),
  title: z.nullish(z.string()),
  status: z.nullish(z.int()),
  detail: z.nullish(z.string()),
  instance: z.nullish(z.string()),
  errors: z.nullish(z.record(z.string(), z.array(z.string()))),
});
export type Problem = z.output<typeof problemSchema>;

/** What an insufficient-Buzz problem adds: whole Buzz needed, at hand per currency, and lacking. Source: decisions, "Submitting". */
export const insufficientBuzzSchema = z.looseObject({
  required: z.number(),
  available: z.record(z.string(), z.number()),
  missing: z.number(),
});
export type InsufficientBuzz = z.output<typeof insufficientBuzzSchema>;

/** A zod issue path as the API writes it: `["steps", 0, "input", "width"]` is `steps[0].input.width`. */
export function printPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (printed, key) =>
      typeof key === "number" ? `${printed}[${key}]` : printed === "" ? String(key) : `${printed}.${String(key)}`,
    "",
  );
}

/** The keys of a printed path: `steps[0].input.width` is `["steps", 0, "input", "width"]`. */
export function parsePath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

/** The `errors` member of a validation problem: each path with its messages, in the order found. */
export function errorsOf(
  issues: readonly z.core.$ZodIssue[],
  prefix: readonly PropertyKey[] = [],
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const issue of issues) {
    const path = printPath([...prefix, ...issue.path]);
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  return errors;
}
