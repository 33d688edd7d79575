import { referencesIn } from "#contract/reference.ts";
import type { Services } from "../services.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { LiveWorkflow } from "./live-workflow.ts";
import { byId } from "./map-blobs.ts";
import { resolveInput } from "./references.ts";

/** What a handler is given; or that the step has to wait for a release; or why it can't run. */
export type RunInput = { kind: "ready"; input: unknown } | { kind: "withheld" } | { kind: "fails"; reason: string };

/** The input of a step whose dependencies have succeeded: references are resolved, and the whole is checked once more. */
export function runInputOf(services: Services, live: LiveWorkflow, step: StoredStep): RunInput {
  if (referencesIn(step.input).length === 0) return { kind: "ready", input: step.input };
  const resolved = resolveInput(step, {
    steps: live.steps,
    arguments: live.workflow.terms.arguments,
    blobs: byId(services.store.blobs.ofWorkflows([step.workflowSeq])),
  });
  if (!resolved.ok) {
    return resolved.reason === "withheld" ? { kind: "withheld" } : { kind: "fails", reason: resolved.detail };
  }
  const runnable = services.steps.find(step.type, resolved.input);
  if (!runnable) return { kind: "ready", input: resolved.input };
  const checked = runnable.check(resolved.input, ["input"]);
  if (checked.ok) return { kind: "ready", input: checked.input };
  const faults = Object.entries(checked.errors).map(([path, messages]) => `${path}: ${messages.join(" ")}`);
  return { kind: "fails", reason: `What its references lead to does not fit: ${faults.join(" ")}` };
}
