import { isTerminal, type Status, statuses } from "#contract/status.ts";
import type { StoredStep } from "../store/step-store.ts";

/** What a step may become. A terminal status never changes. Source: decisions, "Running". */
const transitions: Readonly<Record<Status, readonly Status[]>> = {
  unassigned: ["preparing", "failed", "expired", "canceled"],
  preparing: ["scheduled", "failed", "expired", "canceled"],
  scheduled: ["processing", "failed", "expired", "canceled"],
  // Back to scheduled: another try.
  processing: ["scheduled", "succeeded", "failed", "expired", "canceled"],
  succeeded: [],
  failed: [],
  expired: [],
  canceled: [],
};

/** Whether a step of one status may take the other. */
export function canBecome(from: Status, to: Status): boolean {
  return transitions[from].includes(to);
}

/** The step in its next status, from an instant on (milliseconds since 1970). Throws for what the table forbids. */
export function moveStep(step: StoredStep, to: Status, at: number): StoredStep {
  if (!canBecome(step.status, to)) throw new Error(`A step that is ${step.status} can't become ${to}.`);
  const moved: StoredStep = { ...step, status: to, phaseAt: at, startedAt: step.startedAt ?? at, dueAt: undefined };
  if (!isTerminal(to)) return moved;
  return { ...moved, startedAt: step.startedAt, completedAt: at };
}

/**
 * The status of a workflow, told from its steps: over when all of them are, and then as bad as the worst; else as far as
 * the furthest. It never goes back, and never changes once it is over.
 */
export function rollUp(current: Status, steps: readonly Status[]): Status {
  if (isTerminal(current)) return current;
  if (steps.every(isTerminal)) return endings.find((ending) => steps.includes(ending)) ?? "succeeded";
  const begun = steps.map((status) => (isTerminal(status) ? "processing" : status));
  return [current, ...begun].reduce((one, other) => (rank(other) > rank(one) ? other : one));
}

/** The worst first. */
const endings: readonly Status[] = ["failed", "expired", "canceled"];

function rank(status: Status): number {
  return statuses.indexOf(status);
}
