import { chargedByCurrency } from "#contract/cost.ts";
import { type Currency, currencies } from "#contract/currency.ts";
import { payersOf } from "#contract/payers.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";

/** What one currency has now, pays, and has left, in whole Buzz. */
export type FundingLine = { currency: Currency; before: number | "unknown"; pays: number; after: number | "unknown" };

/** Which balance pays how much of a quote; `undefined` when the server did not say. */
export function fundingPlan(
  quote: Pick<Workflow, "transactions">,
  balances: Balances | undefined,
): FundingLine[] | undefined {
  const charged = chargedByCurrency(quote.transactions);
  if (!charged) return undefined;
  return currencies.map((currency) => {
    const before = balances === undefined || balances === "unknown" ? "unknown" : balances[currency];
    const pays = charged[currency];
    return { currency, before, pays, after: before === "unknown" ? "unknown" : before - pays };
  });
}

/** What a quote lacks: whole Buzz, or "unknown" when the server says only that it does not suffice. */
export function missingBuzz(quote: Workflow, balances: Balances | undefined): number | "unknown" | undefined {
  if (quote.transactions?.insufficientBuzz !== true) return undefined;
  const total = quote.cost?.total;
  if (total === undefined || balances === undefined || balances === "unknown") return "unknown";
  const available = payersOf(quote).reduce((sum, currency) => sum + balances[currency], 0);
  return Math.max(0, total - available);
}
