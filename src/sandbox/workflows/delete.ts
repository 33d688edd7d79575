import { cancelActiveSteps } from "../engine/fail-step.ts";
import { putWorkflow, takeUp } from "../engine/live-workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { attempt } from "./attempt.ts";
import { findWorkflow } from "./find.ts";

/** Cancel what is live of a workflow, with refund, and remove it with its files. Its ledger entries stay. */
export function deleteWorkflow(services: Services, account: Account, workflowId: string): Outcome<undefined> {
  return attempt(services.store, () => {
    const found = findWorkflow(services, account, workflowId);
    if (!found.ok) return found;
    const live = takeUp(services, found.value.seq);
    if (live) {
      const at = services.clock.now();
      cancelActiveSteps(services, live, "canceled", at);
      live.isChanged = true;
      putWorkflow(services, live);
    }
    services.store.workflows.remove(found.value.seq);
    return done(undefined);
  });
}
