import { chargedByCurrency } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import type { Quote } from "#dashboard/api/quote-query.ts";

/** Whether another price, or other Buzz, would be paid than was shown. What neither quote tells has not changed. */
export function hasPriceChanged(shown: Quote, latest: Quote): boolean {
  if (shown.workflow.cost?.total !== latest.workflow.cost?.total) return true;
  if (shown.workflow.transactions?.insufficientBuzz !== latest.workflow.transactions?.insufficientBuzz) return true;
  const [before, after] = [shown, latest].map(({ workflow }) => chargedByCurrency(workflow.transactions));
  return currencies.some((currency) => before?.[currency] !== after?.[currency]);
}
