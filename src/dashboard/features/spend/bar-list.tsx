import { totalOf } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { currencyFills } from "./currency-fills.ts";
import type { SpendGroup } from "./spend-sums.ts";

const shownAtMost = 12;

/** What was spent in the end, a bar for each group, dearest first: its currencies side by side. The table tells it all. */
export function BarList({ groups, sayKey }: { groups: readonly SpendGroup[]; sayKey: (key: string) => string }) {
  const highest = Math.max(1, ...groups.map(({ net }) => totalOf(net)));
  return (
    <>
      <ul className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 sm:grid-cols-[fit-content(45%)_minmax(4rem,1fr)_auto]">
        {groups.slice(0, shownAtMost).map(({ key, net }) => (
          <li key={key} className="col-span-full grid grid-cols-subgrid items-center gap-y-1 text-sm">
            <span className="truncate" title={sayKey(key)}>
              {sayKey(key)}
            </span>
            <span
              aria-hidden="true"
              className="flex h-3 overflow-hidden rounded-sm bg-sunken max-sm:order-last max-sm:col-span-2 max-sm:h-2"
            >
              {currencies.map((currency) => (
                <span
                  key={currency}
                  className={currencyFills[currency]}
                  style={{ width: `${(Math.max(0, net[currency]) / highest) * 100}%` }}
                />
              ))}
            </span>
            <span className="flex justify-end">
              <CurrencySplit amounts={net} isCompact />
            </span>
          </li>
        ))}
      </ul>
      {groups.length > shownAtMost ? (
        <p className="text-muted text-xs">and {groups.length - shownAtMost} more in the table</p>
      ) : null}
    </>
  );
}
