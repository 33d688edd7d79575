import { isTerminal } from "#contract/status.ts";
import type { Services } from "../services.ts";
import type { StoredStep } from "../store/step-store.ts";
import { moveStep } from "./lifecycle.ts";
import { type LiveWorkflow, putStep } from "./live-workflow.ts";
import { settleDependents } from "./settle-dependents.ts";
import { phaseMs } from "./timing.ts";

/** A try came to nothing: the step goes back to its queue while it has retries left, else it fails and is refunded. */
export function failTry(services: Services, live: LiveWorkflow, step: StoredStep, reason: string, at: number): void {
  if (step.attempt > step.terms.retries) {
    endStep(services, live, step, "failed", reason, at);
    return;
  }
  const again = moveStep(step, "scheduled", at);
  const dueAt = at + phaseMs("scheduled", step.workMs ?? 0);
  putStep(services, live, { ...again, attempt: step.attempt + 1, dueAt }, at);
}

/** End a step without a result: it is refunded, and what depends on it is canceled. */
export function endStep(
  services: Services,
  live: LiveWorkflow,
  step: StoredStep,
  status: "failed" | "expired" | "canceled",
  reason: string,
  at: number,
): void {
  putStep(services, live, { ...moveStep(step, status, at), reason, deliveredShare: 0 }, at);
  settleDependents(services, live, at);
}

/** Cancel whatever of a workflow is not over. */
export function cancelActiveSteps(services: Services, live: LiveWorkflow, reason: string, at: number): void {
  for (const step of live.steps.filter(({ status }) => !isTerminal(status))) {
    putStep(services, live, { ...moveStep(step, "canceled", at), reason, deliveredShare: 0 }, at);
  }
}
