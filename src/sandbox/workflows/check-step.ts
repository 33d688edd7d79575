import { printPath } from "#contract/problem.ts";
import { readReference, referencesIn, valueAt, withValueAt } from "#contract/reference.ts";
import type { StepRegistry } from "../steps/registry.ts";
import type { StepHandler } from "../steps/step-handler.ts";

/** A step to be checked, beside the rest of its workflow. */
export type StepToCheck = {
  step: { $type: string; name: string; input: unknown };
  stepNames: readonly string[];
  arguments: Record<string, unknown>;
  /** Where the step's `$type` and `input` stand in the request, such as `["steps", 0]`. */
  place: readonly PropertyKey[];
};

/** A step whose input fits: as it is stored, and as it is priced, with the workflow's arguments in their places. */
export type CheckedStep = { handler: StepHandler; input: unknown; pricedInput: unknown; dropped: string[] };

export type StepCheck = { ok: true; step: CheckedStep } | { ok: false; errors: Record<string, string[]> };

/** Check a step's type, its input and what the input refers to. Source: decisions, "Submitting", "Step types". */
export function checkStep(registry: StepRegistry, { step, stepNames, place, ...rest }: StepToCheck): StepCheck {
  const input = step.input ?? {};
  const inputPlace = [...place, "input"];
  const withArguments = putArguments(input, stepNames, rest.arguments, inputPlace);
  const runnable = registry.find(step.$type, withArguments.input);
  if (!runnable) {
    const message = `There is no step type "${step.$type}". Known are ${registry.types.join(", ")}.`;
    return { ok: false, errors: { [printPath([...place, "$type"])]: [message] } };
  }
  const unknownNames = checkNames(step.name, input, stepNames, inputPlace);
  const checked = runnable.check(input, inputPlace);
  const priced = runnable.check(withArguments.input, inputPlace);
  const errors = {
    ...(priced.ok ? {} : priced.errors),
    ...(checked.ok ? {} : checked.errors),
    ...withArguments.errors,
    ...unknownNames,
  };
  if (!checked.ok || !priced.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    step: { handler: runnable.handler, input: checked.input, pricedInput: priced.input, dropped: checked.dropped },
  };
}

/** What `$arguments` references point at is known at once: put it in their place, for the schema and the price. */
function putArguments(
  input: unknown,
  stepNames: readonly string[],
  values: Record<string, unknown>,
  place: readonly PropertyKey[],
): { input: unknown; errors: Record<string, string[]> } {
  const errors: Record<string, string[]> = {};
  let filled = input;
  for (const { path, reference } of referencesIn(input)) {
    const target = readReference(reference, stepNames);
    if (target.source !== "arguments") continue;
    const value = valueAt(values, target.path);
    const printed = printPath(target.path);
    if (value === undefined) {
      errors[printPath([...place, ...path])] = [`The workflow's arguments have no "${printed}".`];
    } else if (referencesIn(value).length > 0) {
      errors[printPath([...place, ...path])] = [
        `The argument "${printed}" is itself a reference; write it into the input, where its step is waited for.`,
      ];
    } else {
      filled = withValueAt(filled, path, value);
    }
  }
  return { input: filled, errors };
}

function checkNames(
  ownName: string,
  input: unknown,
  stepNames: readonly string[],
  place: readonly PropertyKey[],
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { path, reference } of referencesIn(input)) {
    const target = readReference(reference, stepNames);
    if (target.source === "arguments" || stepNames.includes(target.name)) continue;
    const known = stepNames.filter((name) => name !== ownName).map((name) => `"${name}"`);
    const others = known.length === 0 ? "It has no other steps." : `Its other steps are ${known.join(", ")}.`;
    const message = `Step "${ownName}" refers to "${target.name}", and the workflow has no such step. ${others}`;
    errors[printPath([...place, ...path])] = [message];
  }
  return errors;
}
