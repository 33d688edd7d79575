import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import type { SpendGroup } from "./spend-sums.ts";

type Props = {
  title: string;
  keyName: string;
  groups: readonly SpendGroup[];
  sayKey: (key: string) => string;
};

/** What was charged, given back and spent in the end, group by group. */
export function SpendTable({ title, keyName, groups, sayKey }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section tabIndex={0} aria-label={`${title}, as a table`} className="max-h-80 overflow-auto">
      {/* A phone has no room for the count, and the net must not be out of sight. */}
      <table className="w-full text-left text-sm max-sm:[&_:is(th,td):nth-child(2)]:hidden">
        <TableHead columns={[keyName, "Workflows", "Charged", "Refunded", "Net"]} numbersFrom={1} isSticky />
        <tbody>
          {groups.map(({ key, count, charged, refunded, net }) => (
            <tr key={key} className="border-border border-t align-top">
              <th scope="row" className="max-w-24 truncate sm:max-w-48 py-1.5 pr-3 font-normal" title={sayKey(key)}>
                {sayKey(key)}
              </th>
              <td className="py-1.5 pr-3 text-right tabular-nums">{count}</td>
              {[charged, refunded, net].map((amounts, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always the same.
                <td key={index} className="py-1.5 pr-3 text-right last:pr-0">
                  <CurrencySplit amounts={amounts} isCompact isStacked />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
