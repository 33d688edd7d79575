import { netByCurrency } from "#contract/cost.ts";
import { type Amounts, type Currency, currencies } from "#contract/currency.ts";
import { type ReleasePrice, releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";

/** What a release does to one currency, in whole Buzz: positive comes back, negative is charged. */
export type ReleaseLine = { currency: Currency; change: number; before: number | "unknown"; after: number | "unknown" };

/** A release before it happens: its price, its effect on each balance, and what yellow lacks. */
export type ReleasePlan = { price: ReleasePrice; lines: ReleaseLine[]; missingYellow: number | "unknown" };

/**
 * The price of a release from the workflow as it is and as the server says it would be; without the latter computed from
 * its transactions. `undefined` when neither is told.
 */
export function planRelease(
  workflow: Workflow,
  preview: Workflow | undefined,
  balances: Balances | undefined,
): ReleasePlan | undefined {
  const price = preview ? priceBetween(workflow, preview) : releasePrice(workflow);
  if (!price) return undefined;
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

function priceBetween(workflow: Workflow, preview: Workflow): ReleasePrice | undefined {
  const [now, then] = [netByCurrency(workflow.transactions), netByCurrency(preview.transactions)];
  if (!now || !then) return undefined;
  const refund: Amounts = { blue: now.blue - then.blue, green: now.green - then.green, yellow: 0 };
  return { refund, chargeYellow: then.yellow - now.yellow };
}

/** "40 blue and 5 green"; "nothing" when nothing comes back. */
export function sayRefund({ refund }: ReleasePrice): string {
  const parts = currencies
    .filter((currency) => refund[currency] > 0)
    .map((currency) => `${refund[currency]} ${currency}`);
  return parts.length === 0 ? "nothing" : parts.join(" and ");
}
