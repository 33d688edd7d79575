import { Eye, ShieldCheck, Trash2 } from "lucide-react";
import { currencies } from "#contract/currency.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";
import { BuzzAmount } from "#dashboard/display/buzz-amount.tsx";
import { sayAmounts } from "#dashboard/display/say-amounts.ts";
import { buzzNumber, currencyName, sayBuzz } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { usePageCommands } from "#dashboard/ui/page-commands.ts";
import { whyNot } from "./bulk-release-dialog.tsx";
import type { DeskPlan } from "./desk-plan.ts";

type Props = {
  plan: DeskPlan;
  count: number;
  fitCount: number;
  balances: Balances | undefined;
  isLive: boolean;
  /** All of the selection was reviewed before: then the mark can be taken off again. */
  areReviewed: boolean;
  onFit: () => void;
  onRelease: () => void;
  onReview: () => void;
  onDelete: () => void;
  onClear: () => void;
};

/** The release simulator: what releasing the selection does to each balance, before anything is released. */
export function DeskBar(props: Props) {
  const { plan, count, fitCount, balances, isLive, areReviewed, onFit, onRelease, onReview, onDelete, onClear } = props;
  const reason = count === 0 ? "Select what to release first." : whyNot(count, plan);
  const isBalanceKnown = balances !== undefined && balances !== "unknown";
  const reviewLabel = areReviewed ? "Take the mark off" : "Mark as reviewed";
  const act = `Release ${count} for ${buzzNumber(plan.chargeYellow)} ${isLive ? "live " : ""}yellow`;
  usePageCommands([
    ...(isBalanceKnown ? [{ id: "fit", label: `Select the ${fitCount} that fit`, onSelect: onFit }] : []),
    ...(reason === undefined ? [{ id: "release", label: `${act}…`, icon: <ShieldCheck />, onSelect: onRelease }] : []),
    ...(count > 0
      ? [
          { id: "review", label: reviewLabel, icon: <Eye />, onSelect: onReview },
          { id: "delete", label: `Delete ${count}…`, icon: <Trash2 />, onSelect: onDelete },
          { id: "clear", label: "Select none", onSelect: onClear },
        ]
      : []),
  ]);
  return (
    <section
      aria-label="Selection"
      className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-2 border-border border-y bg-surface px-3 py-2 sm:px-4"
    >
      <p role="status" className="min-w-0 text-sm sm:min-h-11">
        <span className="block font-medium">{count} selected</span>
        <span className={count > 0 ? "block text-muted" : "block text-muted max-sm:hidden"}>
          {count > 0 ? sayPlan(plan) : "J and K move, X selects, Enter opens the release"}
        </span>
      </p>
      {count > 0 ? <Simulation plan={plan} /> : null}
      {/* Where it would be in the way of the sums it has a line of its own from the start: no row moves at a selection. */}
      <span className="ml-auto flex flex-wrap items-center justify-end gap-2 sm:max-xl:basis-full">
        <Button
          size="sm"
          onClick={onFit}
          {...(isBalanceKnown ? {} : { disabledReason: "The balance is unknown, so nobody can tell what fits." })}
        >
          {isBalanceKnown ? `Select the ${fitCount} that fit` : "Select what fits"}
        </Button>
        {count > 0 ? (
          <>
            <Button
              size="sm"
              icon={<Eye size={14} />}
              onClick={onReview}
              hint={areReviewed ? undefined : "Stays withheld; every operator of the account sees the mark"}
            >
              {reviewLabel}
            </Button>
            <Button size="sm" icon={<Trash2 size={14} />} onClick={onDelete}>
              Delete
            </Button>
            <Button size="sm" variant="quiet" onClick={onClear}>
              Clear
            </Button>
          </>
        ) : null}
        <Button
          size="sm"
          variant="spend"
          icon={<ShieldCheck size={14} />}
          onClick={onRelease}
          {...(reason ? { disabledReason: reason } : {})}
        >
          {count === 0 ? "Release" : act}
        </Button>
      </span>
    </section>
  );
}

function sayPlan({ refund, chargeYellow, unpriced }: DeskPlan): string {
  const unknown = unpriced.length > 0 ? `; ${unpriced.length} without a price` : "";
  return `${sayAmounts(refund, " and ")} comes back, ${buzzNumber(chargeYellow)} yellow is charged${unknown}`;
}

function Simulation({ plan: { before, after } }: { plan: DeskPlan }) {
  if (after === "unknown" || before === undefined || before === "unknown") {
    return <p className="text-muted text-sm">Balance unknown, so what is left is, too</p>;
  }
  return (
    <table className="tabular text-sm max-sm:w-full">
      <caption className="sr-only">Balances before and after</caption>
      <thead className="sr-only">
        <tr>
          {currencies.map((currency) => (
            <th key={currency}>{currencyName(currency)}, before and after</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {currencies.map((currency) => (
            <td key={currency} className="border-border py-0.5 pr-4 align-top not-first:border-l not-first:pl-4">
              <BuzzAmount currency={currency} amount={before[currency]} />
              <span className={after[currency] < 0 ? "block font-medium text-danger" : "block font-medium"}>
                <span className="font-normal text-muted">then</span> {sayBuzz(after[currency])}
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
