import * as z from "zod/mini";

/**
 * The kinds of Buzz, in the order in which they are spent when a workflow does not list `currencies`:
 * earned Buzz first. Source: guide, "Default charging".
 */
export const currencies = ["blue", "green", "yellow"] as const;
export type Currency = (typeof currencies)[number];
export const currencySchema = z.enum(currencies);

/**
 * An account on the wire. The published document also lists `fakeRed`, which is disabled: it may come back from a
 * hosted server, and is never offered for paying. Source: facts, "Money".
 */
export const accountTypeSchema = z.enum([...currencies, "fakeRed"]);
export type AccountType = z.output<typeof accountTypeSchema>;

/** Whole Buzz per currency. */
export type Amounts = Record<Currency, number>;

/** No Buzz in any currency. */
export const noBuzz: Readonly<Amounts> = Object.freeze({ blue: 0, green: 0, yellow: 0 });

/** Whether this kind of Buzz may pay for mature output: yellow only. Source: guide, "Payments (Buzz)". */
export function paysForMature(currency: AccountType): boolean {
  return currency === "yellow";
}

/** The order in which Buzz is drawn: the listed currencies in their order, or blue, green, yellow. An empty list counts as none. */
export function spendingOrder(listed: readonly AccountType[] | null | undefined): Currency[] {
  const known = (listed ?? []).filter((account) => account !== "fakeRed");
  return listed && listed.length > 0 ? [...new Set(known)] : [...currencies];
}
