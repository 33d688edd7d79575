import { type Amounts, currencies } from "#contract/currency.ts";
import { buzzNumber } from "./words.ts";

/** What is above zero of some Buzz, a currency each, in the order of spending: "40 blue", "8 yellow". */
export function amountsInWords(amounts: Readonly<Amounts>): string[] {
  return currencies
    .filter((currency) => amounts[currency] > 0)
    .map((currency) => `${buzzNumber(amounts[currency])} ${currency}`);
}

/** "40 blue + 8 yellow", or "40 blue and 8 yellow" within a sentence; "nothing" where there is none. */
export function sayAmounts(amounts: Readonly<Amounts>, between: " + " | " and " = " + "): string {
  return amountsInWords(amounts).join(between) || "nothing";
}
