import { chargedByCurrency } from "#contract/cost.ts";
import { payersOf } from "#contract/payers.ts";
import type { Quote } from "#dashboard/api/quote-query.ts";
import { sayAmounts } from "#dashboard/display/say-amounts.ts";
import { buzzNumber } from "#dashboard/display/words.ts";

/**
 * "Run for 48: 40 blue + 8 yellow"; "Run for 48 from blue, then green, then yellow" where the server does not say how
 * much of which; without a price just "Run".
 */
export function runLabel(quote: Quote | undefined): string {
  const total = quote?.workflow.cost?.total;
  if (!quote || total === undefined) return "Run";
  const charged = chargedByCurrency(quote.workflow.transactions);
  const payers = payersOf(quote.workflow);
  const parts = charged ? `: ${sayAmounts(charged)}` : payers.length === 0 ? "" : ` from ${payers.join(", then ")}`;
  return `Run for ${buzzNumber(total)}${parts}`;
}

/** What the button that spends depends on. */
export type RunState = {
  isEmpty: boolean;
  problemCount: number;
  quote: Quote | undefined;
  isStale: boolean;
  isAsking: boolean;
  /** The same body was sent before: what it cost may be missing from the balances already. */
  isRepeat?: boolean;
  /** Another tab has the draft now, and runs it under the same id. */
  isTaken?: boolean;
};

/** Why the chain can't be run now; `undefined` when it can. */
export function whyNotRun(state: RunState): string | undefined {
  const { isEmpty, problemCount, quote, isStale, isAsking, isRepeat, isTaken } = state;
  if (isTaken) return "Another tab has taken this draft over: run it there.";
  if (isEmpty) return "Add a step first.";
  if (problemCount > 0)
    return problemCount === 1 ? "One field needs a look first." : `${problemCount} fields need a look first.`;
  if (isAsking) return "The price is being asked for.";
  if (!quote || isStale) return "There is no price yet, and nothing is run without one.";
  if (quote.workflow.cost?.total === undefined) return "The server told no price, and nothing is run without one.";
  if (payersOf(quote.workflow).length === 0) return "None of the listed currencies may pay for this.";
  if (quote.workflow.transactions?.insufficientBuzz && !isRepeat) return "The Buzz does not suffice.";
  return undefined;
}
