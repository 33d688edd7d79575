import { isDeepStrictEqual } from "node:util";
import type { JsonPatch } from "#contract/json-patch.ts";
import { type StepUpdate, stepUpdateSchema } from "#contract/step.ts";
import { byId } from "../engine/map-blobs.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { editStep } from "./edit-step.ts";
import { findWorkflow } from "./find.ts";
import { invalidPatch, patchMembers } from "./patch-members.ts";
import { presentStep, type StepAnswer } from "./present-step.ts";
import type { View } from "./view.ts";

/** A step of a workflow, by its name. */
export function getStep(
  services: Services,
  account: Account,
  workflowId: string,
  stepName: string,
  view: View,
): Outcome<StepAnswer> {
  const found = findStep(services, account, workflowId, stepName);
  if (!found.ok) return found;
  const { workflow, step } = found.value;
  const blobs = byId(services.store.blobs.ofWorkflows([workflow.seq]));
  return done(presentStep({ workflowId, step, blobs, now: services.clock.now() }, view));
}

/** Replace a step's metadata, and its input while it is `unassigned`. */
export async function updateStep(
  services: Services,
  account: Account,
  workflowId: string,
  stepName: string,
  update: StepUpdate,
): Promise<Outcome<{ dropped: string[] }>> {
  const found = findStep(services, account, workflowId, stepName);
  return found.ok ? editStep(services, account, found.value, update) : found;
}

/** The same by JSON Patch over `metadata` and `input`. */
export async function patchStep(
  services: Services,
  account: Account,
  workflowId: string,
  stepName: string,
  patch: JsonPatch,
): Promise<Outcome<{ dropped: string[] }>> {
  const found = findStep(services, account, workflowId, stepName);
  if (!found.ok) return found;
  const { metadata, input } = found.value.step;
  const before: Record<string, unknown> = services.dialect.rewritesInputs ? { metadata, input } : { metadata };
  const patched = patchMembers("step", before, patch);
  if (!patched.ok) return patched;
  const { metadata: patchedMetadata = {}, input: patchedInput } = patched.value;
  if (services.dialect.rewritesInputs && patchedInput === undefined) {
    return invalid("input", "A step has an input: replace it, or remove the step with its workflow.");
  }
  const update = stepUpdateSchema.safeParse({
    // What the patch leaves as it is may be written by somebody else while a new input is priced.
    ...(isDeepStrictEqual(patchedMetadata, metadata) ? {} : { metadata: patchedMetadata }),
    input: patchedInput,
  });
  return update.success ? editStep(services, account, found.value, update.data) : invalidPatch(update.error);
}

function findStep(
  services: Services,
  account: Account,
  workflowId: string,
  stepName: string,
): Outcome<{ workflow: StoredWorkflow; step: StoredStep }> {
  const found = findWorkflow(services, account, workflowId);
  if (!found.ok) return found;
  const step = services.store.steps.ofWorkflow(found.value.seq).find(({ name }) => name === stepName);
  if (step) return done({ workflow: found.value, step });
  return { ok: false, reason: "not-found", detail: `Workflow "${workflowId}" has no step "${stepName}".` };
}
