import { netByCurrency } from "./cost.ts";
import { type Amounts, currencies, noBuzz, paysForMature } from "./currency.ts";
import type { Workflow } from "./workflow.ts";

/** What a release moves, in whole Buzz: what comes back per currency, and what yellow pays for it. */
export type ReleasePrice = { refund: Amounts; chargeYellow: number };

/**
 * The price of releasing a workflow, computed from its transactions: every non-yellow net debit comes back, and yellow
 * pays their sum. `undefined` when the server told no transactions. Source: decisions, "Mature content".
 */
export function releasePrice(workflow: Pick<Workflow, "transactions">): ReleasePrice | undefined {
  const net = netByCurrency(workflow.transactions);
  if (!net) return undefined;
  const refund: Amounts = { ...noBuzz };
  for (const currency of currencies) if (!paysForMature(currency)) refund[currency] = Math.max(0, net[currency]);
  return { refund, chargeYellow: refund.blue + refund.green };
}
