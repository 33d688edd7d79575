import { totalOf } from "#contract/cost.ts";
import { type Currency, currencies } from "#contract/currency.ts";
import { buzzNumber, currencyName } from "#dashboard/display/words.ts";
import type { SpendGroup } from "./spend-sums.ts";

const fills: Record<Currency, string> = {
  blue: "fill-buzz-blue",
  green: "fill-buzz-green",
  yellow: "fill-buzz-yellow",
};

const heightPx = 140;
const barPx = 10;

type Props = { days: readonly string[]; groups: readonly SpendGroup[] };

/** What was spent each day after refunds, a bar per day, its currencies on top of each other. The table below tells the same. */
export function SpendChart({ days, groups }: Props) {
  const byDay = new Map(groups.map((group) => [group.key, group]));
  const highest = Math.max(1, ...groups.map(({ net }) => totalOf(net)));
  const width = Math.max(days.length, 7) * (barPx + 4);
  return (
    <figure className="flex flex-col gap-1">
      <svg
        role="img"
        aria-label={`Spent per day from ${days[0] ?? ""} to ${days.at(-1) ?? ""}, at most ${buzzNumber(highest)} Buzz`}
        viewBox={`0 0 ${width} ${heightPx}`}
        preserveAspectRatio="none"
        className="h-36 w-full"
      >
        <line x1="0" x2={width} y1={heightPx - 0.5} y2={heightPx - 0.5} className="stroke-border" />
        {days.map((day, index) => {
          const net = byDay.get(day)?.net;
          if (!net) return null;
          let y = heightPx;
          return (
            <g key={day}>
              <title>
                {`${day}: ${currencies.map((one) => `${buzzNumber(net[one])} ${currencyName(one).toLowerCase()}`).join(", ")}`}
              </title>
              {currencies.map((currency) => {
                const height = (Math.max(0, net[currency]) / highest) * (heightPx - 4);
                y -= height;
                return (
                  <rect
                    key={currency}
                    x={index * (barPx + 4) + 2}
                    y={y}
                    width={barPx}
                    height={height}
                    className={fills[currency]}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
      <figcaption className="flex justify-between text-subtle text-xs">
        <span>{days[0]}</span>
        <span>highest day {buzzNumber(highest)} Buzz</span>
        <span>{days.at(-1)}</span>
      </figcaption>
    </figure>
  );
}
