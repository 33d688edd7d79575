import { __iconData as zap } from "lucide-react/icons/zap";
import type { Currency } from "#contract/currency.ts";
import { Sign, shapesOf } from "#dashboard/ui/sign.tsx";
import { currencyName, sayBuzz } from "./words.ts";

const bolt = shapesOf(zap);
const colours: Record<Currency, string> = {
  blue: "text-buzz-blue",
  green: "text-buzz-green",
  yellow: "text-buzz-yellow",
};

export type BuzzAmountProps = {
  currency: Currency;
  amount: number | "unknown";
  /** Leave the colour's name to the screen reader and the hint. */
  isCompact?: boolean;
};

/** An amount of Buzz as bolt, colour name and number. An unknown one says so, and is never 0. */
export function BuzzAmount({ currency, amount, isCompact = false }: BuzzAmountProps) {
  const name = currencyName(currency);
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap text-sm" title={isCompact ? name : undefined}>
      <Sign shapes={bolt} className={`size-3.5 self-center fill-current ${colours[currency]}`} />
      <span className={isCompact ? "sr-only" : `${colours[currency]}`}>{name}</span>
      <span className={amount === "unknown" ? "text-muted" : "tabular text-text"}>
        {amount === "unknown" ? "unknown" : sayBuzz(amount)}
      </span>
    </span>
  );
}
