import { readScenario, type Scenario, textsIn } from "../scenarios.ts";
import type { Services } from "../services.ts";
import type { DueStep, StoredStep } from "../store/step-store.ts";
import { endStep, failTry } from "./fail-step.ts";
import { moveStep } from "./lifecycle.ts";
import { type LiveWorkflow, putStep, putWorkflow, takeUp } from "./live-workflow.ts";
import { runInputOf } from "./run-input.ts";
import { phaseMs, timeoutMsOf } from "./timing.ts";

/**
 * Move a due step along, as far as the clock lets it, in one transaction. `run` means that its work is done by the clock
 * and its handler has to make the result. Events are dated when they were due, not when they are looked at.
 */
export function advance(services: Services, due: DueStep): "run" | "moved" {
  return services.store.transaction(() => {
    const live = takeUp(services, due.workflowSeq);
    if (!live) return "moved";
    for (;;) {
      const step = live.steps[due.position];
      if (step?.dueAt === undefined || step.dueAt > services.clock.now()) break;
      if (step.status === "processing" && !isCutShort(step)) {
        putWorkflow(services, live);
        return "run";
      }
      passPhase(services, live, step, step.dueAt);
    }
    putWorkflow(services, live);
    return "moved";
  });
}

/** A phase of the step is over. */
function passPhase(services: Services, live: LiveWorkflow, step: StoredStep, at: number): void {
  const workMs = step.workMs ?? 0;
  switch (step.status) {
    case "unassigned":
      putStep(services, live, until(moveStep(step, "preparing", at), phaseMs("preparing", workMs)), at);
      break;
    case "preparing":
      putStep(services, live, until(moveStep(step, "scheduled", at), phaseMs("scheduled", workMs)), at);
      break;
    case "scheduled":
      if (scenarioOf(services, live, step).expire) endStep(services, live, step, "expired", "expired", at);
      else putStep(services, live, until(moveStep(step, "processing", at), processingMs(services, step)), at);
      break;
    case "processing":
      failTry(services, live, step, "timeout", at);
      break;
    default:
      throw new Error(`A step that is ${step.status} is never due.`);
  }
}

/** How long it takes to process the step, or to give it up. */
function processingMs({ pace }: Services, { workMs = 0, speed = pace.speed, terms }: StoredStep): number {
  const timeoutMs = timeoutMsOf(terms.timeout, speed) ?? Number.POSITIVE_INFINITY;
  return Math.min(phaseMs("processing", workMs), timeoutMs);
}

function until(step: StoredStep, ms: number): StoredStep {
  return { ...step, dueAt: Math.round(step.phaseAt + ms) };
}

/** Whether the time that the step was given ends before its work does. */
function isCutShort({ phaseAt, dueAt = phaseAt, workMs = 0 }: StoredStep): boolean {
  return dueAt - phaseAt < phaseMs("processing", workMs);
}

function scenarioOf(services: Services, live: LiveWorkflow, step: StoredStep): Scenario {
  const runInput = runInputOf(services, live, step);
  return readScenario(textsIn(runInput.kind === "ready" ? runInput.input : step.input));
}
