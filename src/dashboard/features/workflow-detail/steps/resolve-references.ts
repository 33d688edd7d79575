import { isObject } from "#contract/json.ts";
import { isReference, readReference, valueAt } from "#contract/reference.ts";
import type { Workflow } from "#contract/workflow.ts";

/** Stands where a reference leads to nothing yet: an output that is not made, or is withheld. */
export const nothingYet = "(nothing there yet)";

/** An input with each reference replaced by what it leads to now. */
export function resolveReferences(input: unknown, workflow: Pick<Workflow, "steps" | "arguments">): unknown {
  const names = workflow.steps.map(({ name }) => name);
  const resolve = (value: unknown): unknown => {
    if (isReference(value)) {
      const target = readReference(value, names);
      const root =
        target.source === "arguments" ? workflow.arguments : workflow.steps.find(({ name }) => name === target.name);
      return valueAt(root, target.path) ?? nothingYet;
    }
    if (Array.isArray(value)) return value.map(resolve);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item)]));
  };
  return resolve(input);
}
