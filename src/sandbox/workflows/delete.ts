import { cancelActiveSteps } from "../engine/fail-step.ts";
import { putWorkflow } from "../engine/live-workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { attempt } from "./attempt.ts";
import { takeUpWorkflow } from "./find.ts";

/** Cancel what is live of a workflow, with refund, and remove it with its files. Its ledger entries stay. */
export function deleteWorkflow(services: Services, account: Account, workflowId: string): Outcome<undefined> {
  return attempt(services.store, () => {
    const taken = takeUpWorkflow(services, account, workflowId);
    if (!taken.ok) return taken;
    const live = taken.value;
    cancelActiveSteps(services, live, "canceled", services.clock.now());
    live.isChanged = true;
    putWorkflow(services, live);
    services.store.workflows.remove(live.workflow.seq);
    return done(undefined);
  });
}
