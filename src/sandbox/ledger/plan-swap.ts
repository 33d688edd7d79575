import { type Amounts, paysForMature } from "#contract/currency.ts";
import type { Movement } from "./ledger.ts";
import { netPaid, type PastMovement } from "./plan-refund.ts";

/** The movements of a release, or how much yellow it needs and how much of that is missing. Whole Buzz. */
export type SwapPlan =
  | { ok: true; movements: Movement[] }
  | { ok: false; required: number; available: Partial<Amounts>; missing: number };

/**
 * Pay for a workflow in yellow instead: every non-yellow net debit comes back, and yellow pays their sum. Refuses when
 * yellow is short. Nothing moves for a workflow that yellow paid already. Source: decisions, "Mature content".
 */
export function planSwap(past: readonly PastMovement[], balances: Readonly<Amounts>): SwapPlan {
  const credits: Movement[] = [...netPaid(past)]
    .filter(([currency, net]) => !paysForMature(currency) && net > 0)
    .map(([currency, net]) => ({ currency, type: "credit", amount: net }));
  const required = credits.reduce((sum, { amount }) => sum + amount, 0);
  if (required === 0) return { ok: true, movements: [] };
  const missing = required - balances.yellow;
  if (missing > 0) return { ok: false, required, available: { yellow: balances.yellow }, missing };
  return { ok: true, movements: [...credits, { currency: "yellow", type: "debit", amount: required }] };
}
