import { isTerminal } from "#contract/status.ts";
import type { Step } from "#contract/step.ts";
import type { Workflow } from "#contract/workflow.ts";

/** Below this a rate says too little to be carried forward. */
const leastRate = 0.05;

/** How much of a workflow is done, 0 to 1, each step counting the same; `undefined` without steps. */
export function progressOf({ steps }: Pick<Workflow, "steps">): number | undefined {
  const rates = steps.map((step) => (isTerminal(step.status) ? 1 : (step.estimatedProgressRate ?? 0)));
  return rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) / rates.length : undefined;
}

/**
 * How long a step still takes, in milliseconds from when it was read: what the queue promises, else carried forward from
 * the rate of its progress. `undefined` when nobody can know. Instants in milliseconds since 1970.
 */
export function remainingMsOf(step: Step, readAt: number): number | undefined {
  if (isTerminal(step.status)) return 0;
  const promised = (step.jobs ?? []).map(({ queuePosition }) => Date.parse(queuePosition?.completeAt ?? ""));
  if (promised.length > 0 && promised.every((instant) => !Number.isNaN(instant))) {
    return Math.max(0, Math.max(...promised) - readAt);
  }
  const rate = step.estimatedProgressRate ?? 0;
  const beganAt = processingBeganAt(step);
  if (step.status !== "processing" || rate < leastRate || beganAt === undefined) return undefined;
  return Math.max(0, ((readAt - beganAt) * (1 - rate)) / rate);
}

/** How long a workflow still takes; `undefined` as soon as one of its steps can't be told, such as one that waits for another. */
export function workflowRemainingMs({ steps }: Pick<Workflow, "steps">, readAt: number): number | undefined {
  const all = steps.map((step) => remainingMsOf(step, readAt));
  return all.some((ms) => ms === undefined) ? undefined : Math.max(0, ...all.map((ms) => ms ?? 0));
}

/** When the first job of a step began, in milliseconds since 1970. */
export function processingBeganAt(step: Step): number | undefined {
  const starts = (step.jobs ?? [])
    .map(({ startedAt }) => Date.parse(startedAt ?? ""))
    .filter((at) => !Number.isNaN(at));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}
