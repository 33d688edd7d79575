import type { z } from "zod";
import { valueIn } from "../catalogue/validate-input.ts";
import { valueAt } from "../reference.ts";

export type Issue = z.core.$ZodIssue;

/**
 * What is wrong with an input, one issue per field: of a union, the issues of the one alternative that the value was
 * meant as. An excused issue counts for nothing, and an alternative with none but excused ones fits.
 */
export function fieldIssues(issues: readonly Issue[], isExcused: (issue: Issue) => boolean): Issue[] {
  return issues.flatMap((issue) => {
    if (isExcused(issue)) return [];
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    const alternatives = issue.errors.map((alternative) =>
      fieldIssues(
        alternative.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
        isExcused,
      ),
    );
    return meantAlternative(issue, alternatives);
  });
}

/** The issue in words for the person who wrote the input. */
export function wordIssue(issue: Issue, input: unknown): Issue {
  const given = valueAt(input, issue.path.filter(isKey));
  const field = String(issue.path.at(-1) ?? "input");
  if (issue.code === "invalid_union" && "options" in issue && issue.options) {
    const options = issue.options.filter((option) => option !== undefined).join(", ");
    if (given === undefined) return { ...issue, message: `The ${field} field is required: one of ${options}.` };
    return { ...issue, message: `Unknown ${field} ${JSON.stringify(given)}: it is one of ${options}.` };
  }
  if (given === undefined && ["invalid_type", "invalid_value", "invalid_union"].includes(issue.code)) {
    return { ...issue, message: `The ${field} field is required.` };
  }
  return issue;
}

/**
 * Where the input chose from a list and spelled its choice otherwise, as the published examples do ("General" for
 * "general"), and what was meant. Discriminators are no such lists: an engine goes by its exact name.
 */
export function meantChoices(
  issues: readonly Issue[],
  input: unknown,
): { path: (string | number)[]; choice: unknown }[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_value") return [];
    const path = issue.path.filter(isKey);
    const listed = issue.values.filter((value) => typeof value === "string" || typeof value === "number");
    const given = valueAt(input, path);
    const choice = valueIn(listed, given);
    return choice === undefined || choice === given ? [] : [{ path, choice }];
  });
}

/** An alternative that goes wrong inside the value was meant rather than one that wants another kind of value. */
function meantAlternative(issue: Issue, alternatives: Issue[][]): Issue[] {
  const reached = alternatives.filter((inner) => inner.every(({ path }) => path.length > issue.path.length));
  if (reached.length === 0) return [{ ...issue, message: kindsWanted(alternatives.flat()) ?? issue.message }];
  return reached.reduce((one, other) => (other.length < one.length ? other : one));
}

function kindsWanted(issues: Issue[]): string | undefined {
  const kinds = issues.flatMap((issue) => (issue.code === "invalid_type" ? [issue.expected] : []));
  return kinds.length === issues.length ? `Invalid input: expected ${kinds.join(" or ")}` : undefined;
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== "symbol";
}
