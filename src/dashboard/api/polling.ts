import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { ApiProblem } from "./api-problem.ts";

/** How often a list is read again while something on it is active, and when nothing is. Source: product, "Workflows (list)". */
export const listPollMs = { active: 10_000, idle: 60_000 };

/** How long to wait before the next read of a running workflow, by how often it was read: 2, 5, 10, 15, then 30 s. Source: product, "Workflow (detail)". */
export function workflowPollMs(readsSoFar: number): number {
  const steps = [2_000, 5_000, 10_000, 15_000];
  return steps[Math.min(readsSoFar, steps.length)] ?? 30_000;
}

/** The interval for a list that shows these workflows. */
export function listPollMsFor(workflows: readonly Pick<Workflow, "status">[]): number {
  return workflows.some((workflow) => !isTerminal(workflow.status)) ? listPollMs.active : listPollMs.idle;
}

/**
 * Whether a failed read is tried again: on 429, 5xx and network failures, at most three times. A refusal stays one.
 * Writes are never retried here. Source: facts 5.2.
 */
export function retryRead(failures: number, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || failures >= 3) return false;
  return error.kind === "server" || error.kind === "network" || error.status === 429;
}

/** How long to wait before the next try: what the server asks for, else 0.5, 1, 2 s with jitter. */
export function retryDelayMs(failures: number, error: unknown): number {
  if (error instanceof ApiProblem && error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000;
  return 500 * 2 ** failures * (0.75 + Math.random() / 2);
}
