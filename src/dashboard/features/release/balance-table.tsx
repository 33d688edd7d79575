import { currencyName, sayBuzz } from "#dashboard/display/words.ts";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import type { ReleaseLine } from "./release-plan.ts";

/** What a release does to each balance: before, by how much, and after. */
export function BalanceTable({ lines }: { lines: readonly ReleaseLine[] }) {
  return (
    <table className="tabular w-full text-left text-sm">
      <TableHead columns={["Balance", "Before", "Change", "After"]} numbersFrom={1} />
      <tbody>
        {lines.map(({ currency, before, change, after }) => (
          <tr key={currency} className="border-border border-t">
            <th scope="row" className="py-1.5 font-normal">
              {currencyName(currency)}
            </th>
            <td className="py-1.5 pr-3 text-right text-muted">{say(before)}</td>
            <td className="py-1.5 pr-3 text-right">{`${change > 0 ? "+" : ""}${sayBuzz(change)}`}</td>
            <td className="py-1.5 text-right font-medium">{say(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function say(amount: ReleaseLine["before"]): string {
  return amount === "unknown" ? "unknown" : sayBuzz(amount);
}
