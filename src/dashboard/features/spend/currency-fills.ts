import type { Currency } from "#contract/currency.ts";

/** The colour of a currency as an area. Its name stands in the legend and in the table, so that colour is never alone. */
export const currencyFills: Record<Currency, string> = {
  blue: "bg-buzz-blue",
  green: "bg-buzz-green",
  yellow: "bg-buzz-yellow",
};

/** Lays stripes over an area: what came back. */
export const hatch = "[background-image:repeating-linear-gradient(135deg,var(--surface)_0_2px,transparent_2px_5px)]";
