import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { buzzNumber } from "#dashboard/display/words.ts";
import { StackedBar } from "#dashboard/ui/stacked-bar.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import type { FundingLine } from "./funding.ts";

const fills = {
  blue: { pays: "bg-buzz-blue", left: "bg-buzz-blue-quiet" },
  green: { pays: "bg-buzz-green", left: "bg-buzz-green-quiet" },
  yellow: { pays: "bg-buzz-yellow", left: "bg-buzz-yellow-quiet" },
} as const;

/** A bar per currency: what this run takes, and what is left of the balance. */
export function FundingBars({ lines }: { lines: readonly FundingLine[] }) {
  const shown = lines.filter(({ pays, before }) => pays > 0 || before !== "unknown");
  if (shown.length === 0) return null;
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="sr-only">Balances before and after this run</caption>
      <TableHead columns={["Pays", "Now", "This run", "Left"]} numbersFrom={1} />
      <tbody>
        {shown.map((line) => (
          <FundingRow key={line.currency} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function FundingRow({ line: { currency, before, pays, after } }: { line: FundingLine }) {
  const { pays: payFill, left } = fills[currency];
  return (
    <>
      <tr className="align-baseline tabular-nums">
        <th scope="row" className="pt-1.5 text-left font-normal">
          <BuzzAmount currency={currency} amount={pays} />
        </th>
        <td className="pt-1.5 pr-3 text-right text-muted">{say(before)}</td>
        <td className="pt-1.5 pr-3 text-right">{pays === 0 ? "0" : `−${buzzNumber(pays)}`}</td>
        <td className="pt-1.5 text-right font-medium">{say(after)}</td>
      </tr>
      {before === "unknown" || after === "unknown" ? null : (
        <tr>
          <td colSpan={4} className="pt-1 pb-1.5">
            <StackedBar
              label={`${currency}: ${pays} of ${before}`}
              segments={[
                { id: "left", label: `${after} left`, value: Math.max(0, after), className: left },
                { id: "pays", label: `${pays} for this run`, value: pays, className: payFill, isHatched: true },
              ]}
              total={Math.max(before, pays, 1)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function say(amount: number | "unknown"): string {
  return amount === "unknown" ? "unknown" : buzzNumber(amount);
}
