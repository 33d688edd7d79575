import { type Currency, currencies, paysForMature, spendingOrder } from "./currency.ts";
import type { Workflow } from "./workflow.ts";

/**
 * Which Buzz may pay a priced workflow, in the order of spending. Mature content is paid in yellow only.
 * Source: guide, "Payments (Buzz)".
 */
export function payersOf(quote: Pick<Workflow, "currencies" | "allowMatureContent">): readonly Currency[] {
  const order = spendingOrder(quote.currencies);
  const payers = order.length > 0 ? order : currencies;
  return quote.allowMatureContent === true ? payers.filter(paysForMature) : payers;
}
