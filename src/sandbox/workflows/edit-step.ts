import { isDeepStrictEqual } from "node:util";
import { spendingOrder } from "#contract/currency.ts";
import type { StepUpdate } from "#contract/step.ts";
import { costOf, type LiveWorkflow, putStep, putWorkflow, takeUp } from "../engine/live-workflow.ts";
import { settleDependents } from "../engine/settle-dependents.ts";
import { type Movement, recordMovements } from "../ledger/ledger.ts";
import { planPayment } from "../ledger/plan-payment.ts";
import { planRefund } from "../ledger/plan-refund.ts";
import { done, invalid, type Outcome, type Refusal } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow } from "../store/workflow-store.ts";
import { attempt } from "./attempt.ts";
import { type CheckedStep, checkStep } from "./check-step.ts";
import { findCycle } from "./find-cycle.ts";
import { priceStep, type StepQuote } from "./price-step.ts";

/**
 * Replace a step's metadata, and its input while it is `unassigned`: the new input is checked and priced, and the
 * difference charged or refunded in one transaction. Answers the paths of the input that no schema knows, and that were
 * dropped. Source: decisions, "Querying and amending".
 */
export async function editStep(
  services: Services,
  account: Account,
  { workflow, step }: { workflow: StoredWorkflow; step: StoredStep },
  update: StepUpdate,
): Promise<Outcome<{ dropped: string[] }>> {
  const isRewrite = update.input !== undefined && !isDeepStrictEqual(update.input, step.input);
  if (isRewrite && step.status !== "unassigned") return inputStands(step);
  const checked = isRewrite ? checkRewrite(services, workflow, step, update.input) : undefined;
  if (checked && !checked.ok) return checked;
  const quote = checked ? await priceStep(services, account, checked.value) : undefined;

  return attempt(services.store, () => {
    const live = takeUp(services, workflow.seq);
    const current = live?.steps[step.position];
    if (!live || !current) return { ok: false, reason: "not-found", detail: "The workflow is gone." };
    const at = services.clock.now();
    const described = { ...current, metadata: update.metadata ?? current.metadata };
    live.isChanged = true;
    if (checked?.ok && quote) {
      // While it was priced, the step may have begun or been rewritten by somebody else, and so may the others.
      if (current.status !== "unassigned" || current.edits !== step.edits) return inputStands(current);
      const cycle = findCycle(live.steps.with(step.position, { ...current, input: checked.value.input }));
      if (cycle) return invalid("input", cycle.message);
      const rewritten = rewrite(services, live, described, { input: checked.value.input, ...quote }, at);
      if (!rewritten.ok) return rewritten;
    } else {
      services.store.steps.saveTerms(described);
    }
    putWorkflow(services, live);
    return done({ dropped: checked?.ok ? checked.value.dropped : [] });
  });
}

function rewrite(
  services: Services,
  live: LiveWorkflow,
  step: StoredStep,
  terms: StepQuote & { input: unknown },
  at: number,
): Outcome<undefined> {
  const { store } = services;
  const { id, accountId } = live.workflow;
  const unready = { dueAt: undefined, workMs: undefined, speed: undefined };
  const edited = { ...step, ...terms, ...unready, edits: step.edits + 1, phaseAt: at };
  const before = costOf(live).total;
  live.steps[step.position] = edited;
  const difference = planDifference(services, live, costOf(live).total - before);
  if (!difference.ok) return difference;
  const key = `edit:${id}:${step.position}:${edited.edits}`;
  recordMovements(store, { accountId, workflowId: id, reason: "changed input", key, at }, difference.value);
  store.steps.saveTerms(edited);
  putStep(services, live, edited, at);
  settleDependents(services, live, at);
  return done(undefined);
}

/** The movements by which a workflow comes to cost so much more or less. */
function planDifference({ store }: Services, { workflow }: LiveWorkflow, difference: number): Outcome<Movement[]> {
  if (difference <= 0) return done(planRefund(store.ledger.ofWorkflow(workflow.id), -difference));
  const plan = planPayment({
    cost: difference,
    balances: store.accounts.balances(workflow.accountId),
    // The currencies of a workflow do not stand in the way of its release, so they don't either of what it costs then.
    order: spendingOrder(workflow.allowMatureContent ? ["yellow"] : workflow.terms.currencies),
    allowMatureContent: workflow.allowMatureContent,
  });
  return plan.ok ? done(plan.debits.map((debit) => ({ ...debit, type: "debit" }))) : plan;
}

function checkRewrite(
  { store, steps: registry }: Services,
  workflow: StoredWorkflow,
  step: StoredStep,
  input: unknown,
): Outcome<CheckedStep> {
  const checked = checkStep(registry, {
    step: { $type: step.type, name: step.name, input },
    stepNames: store.steps.ofWorkflow(workflow.seq).map(({ name }) => name),
    arguments: workflow.terms.arguments,
    place: [],
  });
  if (checked.ok) return done(checked.step);
  return { ok: false, reason: "invalid", detail: "The new input is not valid.", errors: checked.errors };
}

function inputStands({ name, status }: StoredStep): Refusal {
  const detail =
    status === "unassigned"
      ? `Step "${name}" was changed by another request in the meantime.`
      : `Step "${name}" is ${status}; its input can't be changed any more.`;
  return { ok: false, reason: "conflict", detail };
}
