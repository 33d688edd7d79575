import type { ReactNode } from "react";
import { type Amounts, currencies } from "#contract/currency.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { buzzNumber } from "#dashboard/display/words.ts";
import type { QuotedAgainstPaid, SpendSum } from "./spend-sums.ts";

const kinds = [
  { kind: "charged", title: "Charged" },
  { kind: "refunded", title: "Refunded" },
  { kind: "net", title: "Spent in the end" },
] as const;

type Props = {
  sums: SpendSum;
  quoted: QuotedAgainstPaid;
  /** Whether there is no workflow that was not read. */
  isWhole: boolean;
};

/** The sums per currency, and how well prices were kept. Those over a part say so by name. */
export function SpendTotals({ sums, quoted, isWhole }: Props) {
  return (
    <section
      aria-label={isWhole ? "In all" : "So far"}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-border lg:grid-cols-4"
    >
      {kinds.map(({ kind, title }) => (
        <Tile key={kind} title={isWhole ? title : `${title}, so far`}>
          <Sums amounts={sums[kind]} isLoud={kind === "net"} />
        </Tile>
      ))}
      <Tile title="Quoted against paid">
        {quoted.count === 0 ? (
          <span className="text-muted">Nothing is over yet.</span>
        ) : (
          <>
            <span className="block tabular-nums">
              {buzzNumber(quoted.quoted)} quoted, {buzzNumber(quoted.paid)} paid
            </span>
            <span className="block text-muted">
              {quoted.differCount === 0
                ? `Every price of ${quoted.count} was kept.`
                : `${quoted.differCount} of ${quoted.count} were paid otherwise.`}
            </span>
          </>
        )}
      </Tile>
    </section>
  );
}

function Tile({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="bg-surface p-4 text-sm">
      <h2 className="mb-1.5 text-muted">{title}</h2>
      {children}
    </div>
  );
}

function Sums({ amounts, isLoud }: { amounts: Amounts; isLoud: boolean }) {
  return (
    <ul className={isLoud ? "font-medium" : undefined}>
      {currencies.map((currency) => (
        <li key={currency}>
          <BuzzAmount currency={currency} amount={amounts[currency]} />
        </li>
      ))}
    </ul>
  );
}
