import { useState } from "react";
import { totalOf } from "#contract/cost.ts";
import { type Amounts, currencies, noBuzz } from "#contract/currency.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { buzzNumber, countOf } from "#dashboard/display/words.ts";
import { currencyFills, hatch } from "./currency-fills.ts";
import { sayDay } from "./say-day.ts";
import { type Scale, scaleFor } from "./scale.ts";
import type { SpendGroup, SpendSum } from "./spend-sums.ts";

type Props = { days: readonly string[]; groups: readonly SpendGroup[] };

const nothing: SpendSum = { charged: noBuzz, refunded: noBuzz, net: noBuzz, count: 0 };

/** Each day as a column: up what was charged, down what came back, the currencies on top of each other. */
export function DayChart({ days, groups }: Props) {
  const byDay = new Map(groups.map((group) => [group.key, group]));
  const [at, setAt] = useState<string>();
  const highest = (kind: "charged" | "refunded") => Math.max(0, ...groups.map((group) => totalOf(group[kind])));
  const [up, down] = [scaleFor(highest("charged")), highest("refunded")];
  const whole = up.top + down;
  const pointed = at === undefined ? undefined : (byDay.get(at) ?? nothing);
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex min-h-5 flex-wrap items-center gap-x-4 text-muted text-xs">
        {at !== undefined && pointed ? <Readout day={at} sum={pointed} /> : <Legend hasRefunds={down > 0} />}
      </figcaption>
      <div className="flex gap-2">
        <Axis scale={up} whole={whole} />
        <div className="min-w-0 flex-1 overflow-x-auto">
          <div
            role="img"
            aria-label={`Charged and refunded per day from ${sayDay(days[0])} to ${sayDay(days.at(-1))}; the most on one day was ${buzzNumber(highest("charged"))} Buzz. The table tells each day.`}
            className="relative flex h-52 items-stretch"
            style={{ minWidth: days.length * 7 }}
            onPointerLeave={() => setAt(undefined)}
          >
            {up.ticks.map((tick) => (
              <span
                key={tick}
                className={`pointer-events-none absolute inset-x-0 border-t ${tick === 0 ? "border-border-strong" : "border-border"}`}
                style={{ top: `${((up.top - tick) / whole) * 100}%` }}
              />
            ))}
            {days.map((day) => (
              <div
                key={day}
                onPointerEnter={() => setAt(day)}
                className={`relative flex flex-1 flex-col items-center ${day === at ? "bg-hover" : ""}`}
              >
                <div
                  className="flex w-full flex-col justify-end px-[12%]"
                  style={{ height: `${(up.top / whole) * 100}%` }}
                >
                  <Stack amounts={byDay.get(day)?.charged} top={up.top} isUp />
                </div>
                <div className="flex w-full flex-col px-[12%]" style={{ height: `${(down / whole) * 100}%` }}>
                  <Stack amounts={byDay.get(day)?.refunded} top={down} isUp={false} />
                </div>
              </div>
            ))}
          </div>
          <DayLabels days={days} />
        </div>
      </div>
    </figure>
  );
}

/** One day's currencies on top of each other, from the middle line away. */
function Stack({ amounts, top, isUp }: { amounts: Amounts | undefined; top: number; isUp: boolean }) {
  if (!amounts || top === 0) return null;
  const shown = currencies.filter((currency) => amounts[currency] > 0);
  return (isUp ? shown.toReversed() : shown).map((currency) => (
    <span
      key={currency}
      className={`mx-auto block min-h-px w-full max-w-8 shrink-0 ${currencyFills[currency]} ${isUp ? "first:rounded-t-sm" : `last:rounded-b-sm ${hatch}`}`}
      style={{ height: `${(amounts[currency] / top) * 100}%` }}
    />
  ));
}

function Axis({ scale, whole }: { scale: Scale; whole: number }) {
  return (
    <div aria-hidden="true" className="relative h-52 w-10 shrink-0 text-right text-subtle text-xs tabular-nums">
      {scale.ticks.map((tick) => (
        <span
          key={tick}
          className="absolute right-0 -translate-y-1/2"
          style={{ top: `${((scale.top - tick) / whole) * 100}%` }}
        >
          {buzzNumber(tick)}
        </span>
      ))}
    </div>
  );
}

/** As many dates as there is room for, the last one always among them. */
function DayLabels({ days }: { days: readonly string[] }) {
  const every = Math.max(1, Math.ceil(days.length / 7));
  return (
    <div aria-hidden="true" className="mt-1 flex h-4 text-subtle text-xs" style={{ minWidth: days.length * 7 }}>
      {days.map((day, index) => (
        <span key={day} className="relative flex-1">
          {(days.length - 1 - index) % every === 0 ? (
            <span
              className={`absolute whitespace-nowrap ${placeOf(index, days.length)} ${((days.length - 1 - index) / every) % 2 === 1 ? "max-sm:hidden" : ""}`}
            >
              {sayDay(day)}
            </span>
          ) : null}
        </span>
      ))}
    </div>
  );
}

/** Under the middle of its column, but within the chart at both ends. */
function placeOf(index: number, count: number): string {
  if (count === 1) return "inset-x-0 text-center";
  if (index === 0) return "left-0";
  return index === count - 1 ? "right-0" : "right-1/2 translate-x-1/2";
}

function Readout({ day, sum }: { day: string; sum: SpendSum }) {
  return (
    <>
      <span className="font-medium text-text">{sayDay(day)}</span>
      <span className="flex items-center gap-1.5">
        charged <CurrencySplit amounts={sum.charged} isCompact />
      </span>
      <span className="flex items-center gap-1.5">
        refunded <CurrencySplit amounts={sum.refunded} isCompact />
      </span>
      <span>{countOf(sum.count, "workflow")}</span>
    </>
  );
}

function Legend({ hasRefunds }: { hasRefunds: boolean }) {
  return (
    <>
      {currencies.map((currency) => (
        <span key={currency} className="flex items-center gap-1.5 capitalize">
          <span className={`size-2.5 rounded-sm ${currencyFills[currency]}`} /> {currency}
        </span>
      ))}
      {hasRefunds ? (
        <span className="flex items-center gap-1.5">
          <span className={`size-2.5 rounded-sm bg-border-strong ${hatch}`} /> came back, below the line
        </span>
      ) : null}
    </>
  );
}
