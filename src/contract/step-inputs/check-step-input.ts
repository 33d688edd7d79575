import { z } from "zod";
import { droppedFields } from "../dropped-fields.ts";
import { errorsOf } from "../problem.ts";
import { type PlacedReference, referencesIn, valueAt, withValueAt } from "../reference.ts";
import { fieldIssues, type Issue, meantChoices, wordIssue } from "./input-issues.ts";

/** The outcome of checking an input: the input with its defaults and without unknown fields, or what is wrong where. */
export type CheckedInput =
  | { ok: true; input: unknown; dropped: string[] }
  | { ok: false; errors: Record<string, string[]> };

/**
 * Check a step's input against the schema of its type. Any value may be a reference: it counts as fitting, and comes
 * back as it was written. A reference in place of an engine or the like leaves the rest unchecked until it is resolved,
 * so check again then. A choice that is spelled otherwise (`Karras`, 5 for "5") is taken, and comes back as the schema
 * spells it. `prefix` is put before each path of an error and of a dropped field, such as `steps[0].input`.
 */
export function checkStepInput(schema: z.ZodType, input: unknown, prefix: readonly PropertyKey[] = []): CheckedInput {
  const references = referencesIn(input);
  const { value, issues } = run(schema, input);
  const wrong = fieldIssues(issues, (issue) => references.some((placed) => isAbout(issue, placed)));
  const meant = meantChoices(wrong, input);
  if (meant.length > 0) {
    const spelled = meant.reduce<unknown>((whole, { path, choice }) => withValueAt(whole, path, choice), input);
    return checkStepInput(schema, spelled, prefix);
  }
  if (wrong.length > 0) {
    return {
      ok: false,
      errors: errorsOf(
        wrong.map((issue) => wordIssue(issue, input)),
        prefix,
      ),
    };
  }
  const checked = references.reduce(putBack, value);
  return { ok: true, input: checked, dropped: droppedFields(input, checked, prefix) };
}

/**
 * `safeParse` gives nothing back when anything is wrong; the run beneath it also gives the value, with its defaults and
 * without unknown fields, which is wanted when only references do not fit.
 */
function run(schema: z.ZodType, input: unknown): { value: unknown; issues: Issue[] } {
  const payload = schema._zod.run({ value: input, issues: [] }, { async: false });
  if (payload instanceof Promise) throw new Error("The schema of a step input checks without waiting.");
  const issues = payload.issues.map((issue) => z.core.util.finalizeIssue(issue, { async: false }, z.core.config()));
  return { value: payload.value, issues };
}

/** Whether the issue is about the reference, or about what it stands for. */
function isAbout(issue: Issue, { path }: PlacedReference): boolean {
  return path.every((key, index) => issue.path[index] === key);
}

/** A schema takes a reference for an object and strips it; where the field was kept, the reference comes back whole. */
function putBack(value: unknown, { path, reference }: PlacedReference): unknown {
  return valueAt(value, path) === undefined ? value : withValueAt(value, path, reference);
}
