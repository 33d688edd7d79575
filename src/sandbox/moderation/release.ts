import type { LiveWorkflow } from "../engine/live-workflow.ts";
import { recordMovements } from "../ledger/ledger.ts";
import { planSwap, type SwapPlan } from "../ledger/plan-swap.ts";
import type { Services } from "../services.ts";

/**
 * Let a workflow deliver mature content: yellow pays in place of blue and green, and what was withheld is free. Refuses,
 * and changes nothing, when yellow is short. A workflow that is released already stays as it is.
 * Source: decisions, "Mature content".
 */
export function release(services: Services, live: LiveWorkflow, at: number): SwapPlan {
  const { store } = services;
  const { id, seq, accountId, allowMatureContent } = live.workflow;
  if (allowMatureContent) return { ok: true, movements: [] };
  const plan = planSwap(store.ledger.ofWorkflow(id), store.accounts.balances(accountId));
  if (!plan.ok) return plan;
  const cause = { accountId, workflowId: id, reason: "release of mature content", key: `release:${id}`, at };
  recordMovements(store, cause, plan.movements);
  live.workflow = { ...live.workflow, allowMatureContent: true };
  live.isChanged = true;
  store.workflows.saveTerms(live.workflow);
  store.blobs.release(seq);
  return plan;
}
