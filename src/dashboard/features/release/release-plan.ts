import { type Currency, currencies } from "#contract/currency.ts";
import type { ReleasePrice } from "#contract/release-price.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";

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
  const parts = currencies
    .filter((currency) => refund[currency] > 0)
    .map((currency) => `${refund[currency]} ${currency}`);
  return parts.length === 0 ? "nothing" : parts.join(" and ");
}
