import { memo } from "react";
import { type Amounts, currencies } from "#contract/currency.ts";
import { BuzzAmount } from "./buzz-amount.tsx";

export type CurrencySplitProps = {
  /** Whole Buzz per currency; `undefined` when the server told nothing. */
  amounts: Amounts | undefined;
  isCompact?: boolean;
  /** One under the other at the right, as numbers stand in a table. */
  isStacked?: boolean;
};

/** Who paid how much: the currencies that are not zero. */
export const CurrencySplit = memo(function CurrencySplit({
  amounts,
  isCompact = false,
  isStacked = false,
}: CurrencySplitProps) {
  if (!amounts) return <span className="text-muted text-sm">{isCompact ? "unknown" : "cost unknown"}</span>;
  const paying = currencies.filter((currency) => amounts[currency] !== 0);
  if (paying.length === 0) return <span className="tabular text-muted text-sm">0</span>;
  return (
    <span className={isStacked ? "inline-flex flex-col items-end" : "inline-flex flex-wrap items-center gap-x-2.5"}>
      {paying.map((currency, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list has another amount drawn in its place.
        <BuzzAmount key={place} currency={currency} amount={amounts[currency]} isCompact={isCompact} />
      ))}
    </span>
  );
});
