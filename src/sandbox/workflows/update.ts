import type { WorkflowUpdate } from "#contract/workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { amend } from "./amend.ts";
import { attempt, rehearse } from "./attempt.ts";
import { takeUpWorkflow } from "./find.ts";
import { presentOne } from "./present.ts";
import type { Presented, View } from "./view.ts";

/** With `whatif`, the answer is the workflow as it would be, its movements without ids, and nothing changes. */
export type UpdateView = View & { whatif: boolean };

/** Cancel or release a workflow, or replace its metadata or tags. All of the update or nothing of it. */
export async function updateWorkflow(
  services: Services,
  account: Account,
  workflowId: string,
  update: WorkflowUpdate,
  view: UpdateView,
): Promise<Outcome<Presented>> {
  const known = services.store.ledger.ofWorkflow(workflowId).length;
  const work = (): Outcome<Presented> => {
    const live = takeUpWorkflow(services, account, workflowId);
    if (!live.ok) return live;
    const amended = amend(services, account, live.value, update);
    return amended.ok ? done({ workflow: presentOne(services, live.value.workflow, view), dropped: [] }) : amended;
  };
  if (!view.whatif) return attempt(services.store, work);
  const outcome = rehearse(services.store, work);
  return outcome.ok ? done(withoutNewIds(outcome.value, known)) : outcome;
}

/** What has not happened has no id. */
function withoutNewIds(presented: Presented, known: number): Presented {
  const list = (presented.workflow.transactions?.list ?? []).map(({ id, ...rest }, index) =>
    index < known ? { ...rest, id } : rest,
  );
  return { ...presented, workflow: { ...presented.workflow, transactions: { list, insufficientBuzz: false } } };
}
