import { netByCurrency } from "#contract/cost.ts";
import { type Currency, currencies, paysForMature } from "#contract/currency.ts";
import type { ReleasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";
import { sayAmounts } from "#dashboard/display/say-amounts.ts";
import { currencyName, sayBuzz } from "#dashboard/display/words.ts";

/** What a release does to one currency, in whole Buzz: positive comes back, negative is charged. */
export type ReleaseLine = { currency: Currency; change: number; before: number | "unknown"; after: number | "unknown" };

/** A release before it happens: its price, its effect on each balance, and what yellow lacks. */
export type ReleasePlan = { price: ReleasePrice; lines: ReleaseLine[]; missingYellow: number | "unknown" };

/** A price beside the balances: what each is before and after, and what yellow lacks. */
export function planRelease(price: ReleasePrice, balances: Balances | undefined): ReleasePlan {
  const lines = currencies
    .map((currency): ReleaseLine => {
      const change = currency === "yellow" ? -price.chargeYellow : price.refund[currency];
      const before = balances === undefined || balances === "unknown" ? "unknown" : balances[currency];
      return { currency, change, before, after: before === "unknown" ? "unknown" : before + change };
    })
    .filter(({ change, currency }) => change !== 0 || currency === "yellow");
  const yellow = lines.find(({ currency }) => currency === "yellow");
  const missingYellow = yellow?.after === "unknown" || yellow === undefined ? "unknown" : Math.max(0, -yellow.after);
  return { price, lines, missingYellow };
}

/** "40 blue and 5 green"; "nothing" when nothing comes back. */
export function sayRefund({ refund }: ReleasePrice): string {
  return sayAmounts(refund, " and ");
}

/** "Blue is then 40, yellow 12."; nothing where no balance is known. */
export function sayAfter({ lines }: ReleasePlan): string | undefined {
  const known = lines.flatMap(({ currency, after }) => (after === "unknown" ? [] : [{ currency, after }]));
  if (known.length < lines.length) return undefined;
  const [first, ...others] = known;
  if (!first) return undefined;
  const rest = others.map(({ currency, after }) => `, ${currency} ${sayBuzz(after)}`).join("");
  return `${currencyName(first.currency)} is then ${sayBuzz(first.after)}${rest}.`;
}

/** Why output of a workflow is withheld, from what paid for it. Source: guide, "Mature content and currency interaction". */
export function sayWhyWithheld({ transactions }: Pick<Workflow, "transactions">): string {
  const net = netByCurrency(transactions);
  if (!net) return "Mature content is not allowed for it.";
  const safe = currencies.filter((currency) => !paysForMature(currency) && net[currency] > 0);
  return safe.length === 0
    ? "Mature content was not allowed when it was submitted."
    : `It was paid with ${safe.join(" and ")}, which ${safe.length === 1 ? "buys" : "buy"} no mature content.`;
}
