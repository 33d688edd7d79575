import { spendingOrder } from "#contract/currency.ts";
import type { WorkflowTemplate } from "#contract/workflow.ts";
import { workflowCost } from "../ledger/cost.ts";
import { type Debit, type PaymentPlan, planPayment, resolveMature } from "../ledger/plan-payment.ts";
import { limitsOf } from "../options.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow, WorkflowTerms } from "../store/workflow-store.ts";
import { checkTemplate } from "./check-template.ts";
import { priceStep } from "./price-step.ts";

/** A workflow that is checked and priced, and neither paid for nor stored. */
export type Draft = {
  workflow: Omit<StoredWorkflow, "seq" | "id">;
  steps: StoredStep[];
  /** Whether mature content was asked for; `undefined` leaves it to what pays. */
  askedMature: boolean | undefined;
  dropped: string[];
};

/** Check and price a template for an account. */
export async function draftWorkflow(
  services: Services,
  account: Account,
  template: WorkflowTemplate,
): Promise<Outcome<Draft>> {
  const askedMature = template.allowMatureContent ?? undefined;
  if (askedMature === true && !account.permissions.mature) return mayNotBeMature;
  const { maxSteps } = limitsOf(services.options);
  if (template.steps.length > maxSteps) {
    return invalid("steps", `A workflow has at most ${maxSteps} steps here; this one has ${template.steps.length}.`);
  }
  const checked = checkTemplate(services.steps, template);
  if (!checked.ok) return checked;
  const now = services.clock.now();
  const steps = await Promise.all(
    checked.value.steps.map(async (step, position): Promise<StoredStep> => {
      const { $type, priority, timeout, retries, metadata } = template.steps[position] ?? { $type: step.handler.type };
      return {
        ...(await priceStep(services, account, step)),
        ...{ workflowSeq: 0, position, name: step.name, type: $type, input: step.input },
        terms: { priority: priority ?? "normal", timeout: timeout ?? undefined, retries: retries ?? 0 },
        metadata: metadata ?? {},
        ...{ edits: 0, status: "unassigned", attempt: 1, phaseAt: now, deliveredShare: 1, undelivered: [] },
      };
    }),
  );
  const workflow: Draft["workflow"] = {
    accountId: account.id,
    status: "unassigned",
    createdAt: now,
    externalId: template.externalId ?? undefined,
    terms: termsOf(template),
    allowMatureContent: askedMature ?? false,
    metadata: template.metadata ?? {},
    tags: template.tags ?? [],
  };
  return done({ workflow, steps, askedMature, dropped: checked.value.dropped });
}

/** How the draft would be paid for out of the account's balances as they are. */
export function planDraftPayment(services: Services, account: Account, draft: Draft): PaymentPlan {
  return planPaymentOf(services, account, draft, workflowCost(draft.steps, draft.workflow.terms.tips).total);
}

/** What the balances give towards a draft, where they do not suffice: `missing` Buzz are left open. */
export function planPartPayment(services: Services, account: Account, draft: Draft, missing: number): PaymentPlan {
  const { total } = workflowCost(draft.steps, draft.workflow.terms.tips);
  return planPaymentOf(services, account, draft, total - missing);
}

/** Whether the draft may deliver mature content once these debits have paid for it. */
export function maturityOf(account: Account, draft: Draft, debits: readonly Debit[]): boolean {
  const paidWith = debits.map(({ currency }) => currency);
  return account.permissions.mature && resolveMature(draft.askedMature, paidWith);
}

function planPaymentOf({ store }: Services, account: Account, draft: Draft, cost: number): PaymentPlan {
  return planPayment({
    cost,
    balances: store.accounts.balances(account.id),
    order: spendingOrder(draft.workflow.terms.currencies),
    allowMatureContent: draft.askedMature,
  });
}

export const mayNotBeMature = {
  ok: false,
  reason: "not-permitted",
  detail: "This token may not allow mature content.",
} as const;

function termsOf(template: WorkflowTemplate): WorkflowTerms {
  return {
    arguments: template.arguments ?? {},
    callbacks: template.callbacks ?? [],
    tips: template.tips ?? { civitai: 0, creators: 0 },
    currencies: template.currencies ?? [],
    upgradeMode: template.upgradeMode ?? "manual",
    nsfwLevel: template.nsfwLevel ?? undefined,
    experimental: template.experimental ?? undefined,
    ephemeral: template.ephemeral ?? undefined,
  };
}
