import type { Status } from "#contract/status.ts";
import type { Scenario } from "../scenarios.ts";
import type { StoredStep } from "../store/step-store.ts";

/** How a step's time is spent: a short queue, then the work. The parts add up to 1. */
const phaseShares: Partial<Record<Status, number>> = {
  unassigned: 0.05,
  preparing: 0.1,
  scheduled: 0.1,
  processing: 0.75,
};

/** `[slow]` makes any step take at least so long, at speed 1. */
const slowSeconds = 60;

/** The time from ready to delivered, in milliseconds of the clock. Source: decisions, "Step types". */
export function workMsOf(durationSeconds: number, scenario: Scenario, speed: number): number {
  const seconds = scenario.slow ? Math.max(slowSeconds, durationSeconds) : durationSeconds;
  return Math.round((seconds * 1000) / speed);
}

/** How long a step stays in a status, in milliseconds of the clock. */
export function phaseMs(status: Status, workMs: number): number {
  return Math.round(workMs * (phaseShares[status] ?? 0));
}

/** When a step that is ready and not yet processed will be, if nothing comes between; `undefined` for any other. */
export function processingStartOf({ status, dueAt, workMs = 0 }: StoredStep): number | undefined {
  const ahead: Partial<Record<Status, readonly Status[]>> = {
    unassigned: ["preparing", "scheduled"],
    preparing: ["scheduled"],
    scheduled: [],
  };
  const phases = ahead[status];
  if (dueAt === undefined || !phases) return undefined;
  return phases.reduce((instant, phase) => instant + phaseMs(phase, workMs), dueAt);
}

/** When a step's processing began, after it was prepared and scheduled; `undefined` while, or if, it never did. */
export function processingBeganAt({ status, startedAt, completedAt, phaseAt, workMs = 0 }: StoredStep) {
  if (startedAt === undefined) return undefined;
  if (status === "processing") return phaseAt;
  const began = startedAt + phaseMs("preparing", workMs) + phaseMs("scheduled", workMs);
  return completedAt !== undefined && began <= completedAt ? began : undefined;
}

/**
 * How long a step may be processed, in milliseconds of the clock. The speed at which the step got ready divides it like
 * the work itself, so that a workflow ends the same way at every speed. `undefined` without a timeout.
 */
export function timeoutMsOf(timeout: string | undefined, speed: number): number | undefined {
  const parts = /^(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(timeout ?? "");
  if (!parts) return undefined;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  return (total * 1000) / speed;
}

/** How much of the processing is done, 0 to 1, by the clock; `undefined` when there is nothing more to do. */
export function progressOf(step: Pick<StoredStep, "status" | "phaseAt" | "dueAt" | "completedAt">, now: number) {
  if (step.completedAt !== undefined) return undefined;
  if (step.status !== "processing" || step.dueAt === undefined) return 0;
  const whole = step.dueAt - step.phaseAt;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - step.phaseAt) / whole));
}
