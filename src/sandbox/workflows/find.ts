import { done, type Outcome, type Refusal } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";

/** A workflow that the account can see. */
export function findWorkflow({ store }: Services, account: Account, workflowId: string): Outcome<StoredWorkflow> {
  const workflow = store.workflows.find(account.id, workflowId);
  return workflow ? done(workflow) : unknownWorkflow(workflowId);
}

export function unknownWorkflow(workflowId: string): Refusal {
  return { ok: false, reason: "not-found", detail: `This account has no workflow "${workflowId}".` };
}
