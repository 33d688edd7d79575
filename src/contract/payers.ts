import { type Currency, paysForMature, spendingOrder } from "./currency.ts";
import type { Workflow } from "./workflow.ts";

/**
 * Which Buzz may pay a priced workflow, in the order of spending. Mature content is paid in yellow only. Nobody
 * pays where none of the listed currencies may: what is not listed is not drawn on.
 * Source: guide, "Payments (Buzz)".
 */
export function payersOf(quote: Pick<Workflow, "currencies" | "allowMatureContent">): readonly Currency[] {
  const payers = spendingOrder(quote.currencies);
  return quote.allowMatureContent === true ? payers.filter(paysForMature) : payers;
}
