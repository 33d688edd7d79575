import type { WorkflowTemplate } from "#contract/workflow.ts";
import { putWorkflow, withSteps } from "../engine/live-workflow.ts";
import { recordSubmit } from "../engine/record-events.ts";
import { settleDependents } from "../engine/settle-dependents.ts";
import { recordMovements } from "../ledger/ledger.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { attempt } from "./attempt.ts";
import { awaitStored } from "./await.ts";
import { type Draft, draftWorkflow, maturityOf, planDraftPayment } from "./draft-workflow.ts";
import { presentOne } from "./present.ts";
import type { Presented, View } from "./view.ts";

/** How an answer to a submit is to be seen, and how long it may wait for the end of the work, in real seconds. */
export type SubmitView = View & { waitSeconds: number; signal?: AbortSignal };

/** `existed`: the account has submitted this `externalId` before; nothing was charged. */
export type Submitted = Presented & { existed: boolean };

/**
 * Charge and store a workflow, and wait for its end as long as was asked. An `externalId` that the account has used
 * answers the workflow that is there. Source: decisions, "Submitting".
 */
export async function submitWorkflow(
  services: Services,
  account: Account,
  template: WorkflowTemplate,
  view: SubmitView,
): Promise<Outcome<Submitted>> {
  const earlier = findEarlier(services, account, template.externalId);
  if (earlier) return answer(services, earlier, { existed: true, dropped: [] }, view);
  if (template.ephemeral && view.waitSeconds === 0 && (template.callbacks ?? []).length === 0) {
    return invalid("ephemeral", "An ephemeral workflow needs a callback or a wait: it can't be read once it is over.");
  }
  const drafted = await draftWorkflow(services, account, template);
  if (!drafted.ok) return drafted;
  const stored = attempt(services.store, () => {
    // Another request with the same externalId may have come first while this one was priced.
    const twin = findEarlier(services, account, template.externalId);
    return twin ? done({ workflow: twin, existed: true }) : charge(services, account, drafted.value, view.origin);
  });
  if (!stored.ok) return stored;
  const { workflow, existed } = stored.value;
  return answer(services, workflow, { existed, dropped: drafted.value.dropped }, view);
}

/** Take the money, store the workflow and let its first steps get ready: all of it or nothing. */
function charge(
  services: Services,
  account: Account,
  draft: Draft,
  origin: string | undefined,
): Outcome<{ workflow: StoredWorkflow; existed: boolean }> {
  const { store } = services;
  const plan = planDraftPayment(services, account, draft);
  if (!plan.ok) return plan;
  // The ledger remembers what was deleted.
  const isTaken = (one: string) =>
    store.workflows.find(account.id, one) !== undefined || store.ledger.ofWorkflow(one).length > 0;
  const id = services.dialect.newWorkflowId(account.id, draft.workflow.createdAt, isTaken);
  const allowMatureContent = maturityOf(account, draft, plan.debits);
  const terms = { ...draft.workflow.terms, origin };
  const workflow = store.workflows.insert({ ...draft.workflow, id, terms, allowMatureContent });
  for (const step of draft.steps) {
    store.steps.insert({ ...step, workflowSeq: workflow.seq, phaseAt: workflow.createdAt });
  }
  recordMovements(
    store,
    { accountId: account.id, workflowId: id, reason: "workflow", key: `charge:${id}`, at: workflow.createdAt },
    plan.debits.map((debit) => ({ ...debit, type: "debit" })),
  );
  const live = withSteps(services, workflow);
  recordSubmit(services, live);
  settleDependents(services, live, workflow.createdAt);
  putWorkflow(services, live);
  return done({ workflow, existed: false });
}

function findEarlier({ store }: Services, account: Account, externalId: string | null | undefined) {
  return externalId ? store.workflows.findByExternalId(account.id, externalId) : undefined;
}

async function answer(
  services: Services,
  { seq }: StoredWorkflow,
  rest: { existed: boolean; dropped: string[] },
  view: SubmitView,
): Promise<Outcome<Submitted>> {
  const { waitSeconds, signal } = view;
  await awaitStored(services, seq, { waitSeconds, until: "completion", signal });
  const workflow = services.store.workflows.findBySeq(seq);
  if (!workflow) return { ok: false, reason: "not-found", detail: "The workflow was removed while it was waited for." };
  return done({ workflow: presentOne(services, workflow, view), ...rest });
}
