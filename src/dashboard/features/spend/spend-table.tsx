import { Download } from "lucide-react";
import { type Amounts, currencies } from "#contract/currency.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { saveCsv } from "#dashboard/display/save-csv.ts";
import { Button } from "#dashboard/ui/button.tsx";
import type { SpendGroup } from "./spend-sums.ts";

type Props = {
  title: string;
  /** What the first column holds: "Day", "Tag". */
  keyName: string;
  groups: readonly SpendGroup[];
  note?: string;
  sayKey?: (key: string) => string;
};

/** What was charged, given back and spent in the end, by something. */
export function SpendTable({ title, keyName, groups, note, sayKey = (key) => key }: Props) {
  const fileName = `spend-${title.toLowerCase().replaceAll(" ", "-")}.csv`;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2 rounded-lg border border-border bg-surface p-4">
      <div className="flex items-center gap-2">
        <h2 className="font-medium text-base">{title}</h2>
        <Button
          size="sm"
          variant="quiet"
          className="ml-auto"
          icon={<Download size={14} />}
          aria-label={`Download ${title} as CSV`}
          onClick={() =>
            void saveCsv(
              fileName,
              groups.map((group) => toRecord(keyName, group)),
            )
          }
        >
          CSV
        </Button>
      </div>
      {note ? <p className="text-muted text-xs">{note}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section tabIndex={0} aria-label={`${title}, as a table`} className="max-h-80 overflow-auto">
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-surface text-subtle text-xs">
            <tr>
              <th className="py-1 pr-3 font-normal">{keyName}</th>
              <th className="py-1 pr-3 text-right font-normal">Workflows</th>
              <th className="py-1 pr-3 font-normal">Charged</th>
              <th className="py-1 pr-3 font-normal">Refunded</th>
              <th className="py-1 font-normal">Net</th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, count, charged, refunded, net }) => (
              <tr key={key} className="border-border border-t align-top">
                <th scope="row" className="max-w-48 truncate py-1.5 pr-3 font-normal" title={sayKey(key)}>
                  {sayKey(key)}
                </th>
                <td className="py-1.5 pr-3 text-right tabular-nums">{count}</td>
                {[charged, refunded, net].map((amounts, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always the same.
                  <td key={index} className="py-1.5 pr-3">
                    <CurrencySplit amounts={amounts} isCompact />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function toRecord(keyName: string, { key, count, charged, refunded, net }: SpendGroup): Record<string, unknown> {
  const columns = (name: string, amounts: Amounts) =>
    Object.fromEntries(currencies.map((currency) => [`${name} ${currency}`, amounts[currency]]));
  return {
    [keyName.toLowerCase()]: key,
    workflows: count,
    ...columns("charged", charged),
    ...columns("refunded", refunded),
    ...columns("net", net),
  };
}
