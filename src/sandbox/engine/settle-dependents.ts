import { isTerminal } from "#contract/status.ts";
import { readScenario, textsIn } from "../scenarios.ts";
import type { Services } from "../services.ts";
import type { StoredStep } from "../store/step-store.ts";
import { moveStep } from "./lifecycle.ts";
import { type LiveWorkflow, putStep } from "./live-workflow.ts";
import { dependenciesOf } from "./references.ts";
import { runInputOf } from "./run-input.ts";
import { phaseMs, workMsOf } from "./timing.ts";

/**
 * Look at the steps that wait for others: those whose dependencies have delivered get ready, those of a step that came
 * to nothing are canceled. A step that needs a withheld file goes on waiting. Source: decisions, "Running".
 */
export function settleDependents(services: Services, live: LiveWorkflow, at: number): void {
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const step of live.steps.filter(isWaiting)) {
      const settled = settle(services, live, step, at);
      if (!settled) continue;
      putStep(services, live, settled, at);
      hasChanged = true;
    }
  }
}

function isWaiting(step: StoredStep): boolean {
  return step.status === "unassigned" && step.dueAt === undefined;
}

/** The step as it goes on; `undefined` when it has to wait. */
function settle(services: Services, live: LiveWorkflow, step: StoredStep, at: number): StoredStep | undefined {
  const names = dependenciesOf(
    step.input,
    live.steps.map(({ name }) => name),
  );
  const dependencies = live.steps.filter(({ name }) => names.includes(name));
  const broken = dependencies.find(({ status }) => isTerminal(status) && status !== "succeeded");
  if (broken) {
    const reason = `Canceled, because step "${broken.name}" is ${broken.status}.`;
    return { ...moveStep(step, "canceled", at), reason, deliveredShare: 0 };
  }
  if (!dependencies.every(({ status }) => status === "succeeded")) return undefined;
  const runInput = runInputOf(services, live, step);
  switch (runInput.kind) {
    case "withheld":
      return undefined;
    case "fails":
      return { ...moveStep(step, "failed", at), reason: runInput.reason, deliveredShare: 0 };
    case "ready": {
      const { speed } = services.pace;
      const { input } = runInput;
      const workMs = workMsOf(secondsOf(services, step, input), readScenario(textsIn(input)), speed);
      return { ...step, workMs, speed, phaseAt: at, dueAt: at + phaseMs("unassigned", workMs) };
    }
  }
}

/** How long the work takes at speed 1. A handler that can't say is asked to run at once, and tells then what is wrong. */
function secondsOf({ steps }: Services, step: StoredStep, input: unknown): number {
  try {
    const seconds = steps.find(step.type, input)?.handler.durationSeconds(input) ?? 0;
    return Number.isFinite(seconds) ? seconds : 0;
  } catch {
    return 0;
  }
}
