import { type Currency, currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import { missingBuzz } from "./funding.ts";

/** How much is missing, as a title. */
export function sayMissing(missing: number | "unknown"): string {
  if (missing === "unknown" || missing === 0) return "Some Buzz is missing";
  return `${buzzNumber(missing)} Buzz ${missing === 1 ? "is" : "are"} missing`;
}

/**
 * What would make the Buzz suffice: another currency that may not pay yet, giving mature content up, making less, or
 * topping up. A currency is named with what it holds, where that is known to be enough.
 */
export function shortfallAdvice(quote: Workflow, balances: Balances | undefined): string {
  const missing = missingBuzz(quote, balances);
  const topUp = typeof missing === "number" && missing > 0 ? `top up ${buzzNumber(missing)}` : "top up";
  const known = balances === undefined || balances === "unknown" ? undefined : balances;
  const total = quote.cost?.total;
  if (quote.allowMatureContent === true) {
    const start = "Mature content is paid in yellow only.";
    const isEnough = known && total !== undefined && known.blue + known.green + known.yellow >= total;
    return isEnough
      ? `${start} Choose “SFW only”, and blue ${buzzNumber(known.blue)} and green ${buzzNumber(known.green)} may pay, too. Or make less, or ${topUp} yellow.`
      : `${start} Make less, or ${topUp} yellow.`;
  }
  const idle = currencies.filter((currency) => quote.currencies?.length && !quote.currencies.includes(currency));
  const helping = idle.filter((currency) => known === undefined || known[currency] > 0);
  const isEnough = known && typeof missing === "number" && sum(helping, known) >= missing;
  if (helping.length === 0) return `Make less, or ${topUp}.`;
  if (!known) return `Let ${list(helping)} pay, too, make less, or ${topUp}.`;
  const names = list(helping.map((currency) => `${currency} ${buzzNumber(known[currency])}`));
  return isEnough
    ? `Let ${names} pay, too: that suffices. Or make less, or ${topUp}.`
    : `Let ${names} pay, too, which is not enough alone; make less, or ${topUp}.`;
}

function sum(some: readonly Currency[], balances: Record<Currency, number>): number {
  return some.reduce((total, currency) => total + balances[currency], 0);
}

function list(words: readonly string[]): string {
  return words.join(" and ");
}
