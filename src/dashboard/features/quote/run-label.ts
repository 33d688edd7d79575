import { chargedByCurrency } from "#contract/cost.ts";
import type { Quote } from "#dashboard/api/quote-query.ts";
import { sayAmounts } from "./funding.ts";

/** "Run for 48: 40 blue + 8 yellow"; without a price just "Run". */
export function runLabel(quote: Quote | undefined): string {
  const total = quote?.workflow.cost?.total;
  if (!quote || total === undefined) return "Run";
  const charged = chargedByCurrency(quote.workflow.transactions);
  return charged ? `Run for ${total}: ${sayAmounts(charged)}` : `Run for ${total} Buzz`;
}

/** What the button that spends depends on. */
export type RunState = {
  isEmpty: boolean;
  problemCount: number;
  quote: Quote | undefined;
  isStale: boolean;
  isAsking: boolean;
};

/** Why the chain can't be run now; `undefined` when it can. */
export function whyNotRun({ isEmpty, problemCount, quote, isStale, isAsking }: RunState): string | undefined {
  if (isEmpty) return "Add a step first.";
  if (problemCount > 0)
    return problemCount === 1 ? "One field needs a look first." : `${problemCount} fields need a look first.`;
  if (isAsking) return "The price is being asked for.";
  if (!quote || isStale) return "There is no price yet, and nothing is run without one.";
  if (quote.workflow.cost?.total === undefined) return "The server told no price, and nothing is run without one.";
  if (quote.workflow.transactions?.insufficientBuzz) return "The Buzz does not suffice.";
  return undefined;
}
