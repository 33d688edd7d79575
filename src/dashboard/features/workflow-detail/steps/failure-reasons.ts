import { isObject } from "#contract/json.ts";
import type { Job, Step } from "#contract/step.ts";

/**
 * Why a step failed, gathered from wherever servers put it: reason of the step or its jobs, what blocked a job, errors in
 * the output or the metadata. Each once, in that order. Source: facts 5.3.
 */
export function failureReasons(step: Step): string[] {
  const jobs = step.jobs ?? [];
  const output = isObject(step.output) ? step.output : {};
  const found = [
    step.reason,
    ...jobs.map(reasonsOfJob),
    output.errors,
    output.externalTOSViolation ? (output.message ?? "The provider refused this by its terms.") : undefined,
    step.metadata?.error,
    step.metadata?.errors,
  ];
  return [...new Set(found.flatMap(textsIn))];
}

/** Why a job ended badly, from wherever servers put it. */
export function reasonsOfJob({ reason, blockedReason, error, message, errors }: Job): string[] {
  return [...new Set([reason, blockedReason, error, message, errors].flatMap(textsIn))];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? textsIn(value.message ?? value.description) : [];
}
