import type { z } from "zod";
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
