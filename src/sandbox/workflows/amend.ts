import { isTerminal } from "#contract/status.ts";
import type { WorkflowUpdate } from "#contract/workflow.ts";
import { cancelActiveSteps } from "../engine/fail-step.ts";
import { type LiveWorkflow, putWorkflow } from "../engine/live-workflow.ts";
import { settleDependents } from "../engine/settle-dependents.ts";
import { release } from "../moderation/release.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { mayNotBeMature } from "./draft-workflow.ts";

/**
 * Change a workflow as PUT and PATCH may, inside of the running transaction; a refusal leaves it to the caller to undo
 * what came before. Source: decisions, "Querying and amending", "Mature content".
 */
export function amend(
  services: Services,
  account: Account,
  live: LiveWorkflow,
  update: WorkflowUpdate,
): Outcome<undefined> {
  const at = services.clock.now();
  if (update.metadata || update.tags) {
    const { metadata, tags } = live.workflow;
    live.workflow = { ...live.workflow, metadata: update.metadata ?? metadata, tags: update.tags ?? tags };
    live.isChanged = true;
    services.store.workflows.saveTerms(live.workflow);
  }
  if (update.status === "canceled") {
    if (isTerminal(live.workflow.status)) {
      return {
        ok: false,
        reason: "conflict",
        detail: `The workflow is ${live.workflow.status}; it can't be canceled.`,
      };
    }
    cancelActiveSteps(services, live, "canceled", at);
  }
  if (update.allowMatureContent) {
    if (!account.permissions.mature) return mayNotBeMature;
    const plan = release(services, live, at);
    if (!plan.ok) return { reason: "insufficient-buzz", ...plan };
    settleDependents(services, live, at);
  }
  putWorkflow(services, live);
  return done(undefined);
}
