import { type Amounts, type Currency, noBuzz } from "#contract/currency.ts";
import { payersOf } from "#contract/payers.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";

/** What all runs cost together, in Buzz, and what the balances have to say about it. */
export type MatrixPrice = {
  total: number;
  /** Which balance pays how much, when run in this order now; unknown with the balances. */
  pays: Amounts | "unknown";
  /** What each run takes then, in their order; ends with the first that the balances do not suffice for. */
  each: readonly Amounts[] | "unknown";
  /** Which Buzz may pay, in the order of spending. */
  payers: readonly Currency[];
  /** What is missing in the end, and how many runs the balances suffice for. */
  missing: number | "unknown";
  affordable: number | "unknown";
};

/**
 * The price of several runs, one after another: each was priced against the balances as they are now, and not as the
 * runs before it leave them, so the split is worked out here. `undefined` when the server told no price for one of them.
 * Source: guide, "Default charging".
 */
export function priceMatrix(quotes: readonly Workflow[], balances: Balances | undefined): MatrixPrice | undefined {
  const totals = quotes.map(({ cost }) => cost?.total);
  const known = totals.filter((total) => total !== undefined);
  if (known.length < totals.length) return undefined;
  const total = known.reduce((sum, one) => sum + one, 0);
  const payers = [...new Set(quotes.flatMap(payersOf))];
  if (balances === undefined || balances === "unknown") {
    return { total, payers, pays: "unknown", each: "unknown", missing: "unknown", affordable: "unknown" };
  }
  const left: Amounts = { ...balances };
  const pays: Amounts = { ...noBuzz };
  const each: Amounts[] = [];
  let missing = 0;
  quotes.forEach((quote, index) => {
    const price = known[index] ?? 0;
    const available = payersOf(quote).reduce((sum, currency) => sum + left[currency], 0);
    if (missing > 0 || available < price) {
      missing += price - (missing > 0 ? 0 : available);
      return;
    }
    const parts: Amounts = { ...noBuzz };
    let open = price;
    for (const currency of payersOf(quote)) {
      const part = Math.min(open, left[currency]);
      left[currency] -= part;
      parts[currency] = part;
      pays[currency] += part;
      open -= part;
    }
    each.push(parts);
  });
  return { total, payers, pays, each, missing, affordable: each.length };
}
