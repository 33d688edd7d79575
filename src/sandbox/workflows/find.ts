import { type LiveWorkflow, withSteps } from "../engine/live-workflow.ts";
import { done, type Outcome, type Refusal } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";

/** A workflow that the account can see. */
export function findWorkflow({ store }: Services, account: Account, workflowId: string): Outcome<StoredWorkflow> {
  const workflow = store.workflows.find(account.id, workflowId);
  return workflow ? done(workflow) : unknownWorkflow(workflowId);
}

/** A workflow that the account can see, taken up for a change: inside of the transaction that makes it. */
export function takeUpWorkflow(services: Services, account: Account, workflowId: string): Outcome<LiveWorkflow> {
  const found = findWorkflow(services, account, workflowId);
  return found.ok ? done(withSteps(services, found.value)) : found;
}

export function unknownWorkflow(workflowId: string): Refusal {
  return { ok: false, reason: "not-found", detail: `This account has no workflow "${workflowId}".` };
}
