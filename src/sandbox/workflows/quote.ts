import type { WorkflowTemplate } from "#contract/workflow.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import { draftWorkflow, maturityOf, planDraftPayment, planPartPayment } from "./draft-workflow.ts";
import { present } from "./present.ts";
import type { Presented, View } from "./view.ts";

/**
 * What a workflow would be and cost (whatif). Stores nothing, holds nothing, claims no `externalId`. A price is asked for
 * without callbacks and without a wait, so an ephemeral workflow needs neither here.
 */
export async function quoteWorkflow(
  services: Services,
  account: Account,
  template: WorkflowTemplate,
  view: View,
): Promise<Outcome<Presented>> {
  const drafted = await draftWorkflow(services, account, template);
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const plan = planDraftPayment(services, account, draft);
  if (!plan.ok && plan.reason === "payment-impossible") return plan;
  const part = plan.ok ? plan : planPartPayment(services, account, draft, plan.missing);
  const debits = part.ok ? part.debits : [];
  const allowMatureContent = maturityOf(account, draft, debits);
  const workflow = present(
    {
      workflow: { ...draft.workflow, id: null, allowMatureContent },
      steps: draft.steps,
      transactions: debits.map(({ currency, amount }) => ({ type: "debit", amount, accountType: currency })),
      insufficientBuzz: !plan.ok,
      blobs: [],
      now: services.clock.now(),
    },
    view,
  );
  return done({ workflow, dropped: draft.dropped });
}
