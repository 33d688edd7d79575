import { Eye, ShieldCheck, Trash2 } from "lucide-react";
import type { Balances } from "#dashboard/api/balance-query.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { whyNot } from "./bulk-release-dialog.tsx";
import type { DeskPlan } from "./desk-plan.ts";

type Props = {
  plan: DeskPlan;
  count: number;
  fitCount: number;
  balances: Balances | undefined;
  isLive: boolean;
  onFit: () => void;
  onRelease: () => void;
  onReview: () => void;
  onDelete: () => void;
  onClear: () => void;
};

/** The release simulator: what releasing the selection does to each balance, before anything is released. */
export function DeskBar(props: Props) {
  const { plan, count, fitCount, balances, isLive, onFit, onRelease, onReview, onDelete, onClear } = props;
  const reason = count === 0 ? "Select what to release first." : whyNot(count, plan);
  return (
    <section
      aria-label="Selection"
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-border border-y bg-surface px-3 py-2 sm:px-4"
    >
      <p role="status" className="text-sm">
        <span className="font-medium">{count} selected</span>
        {count > 0 ? <span className="text-muted"> {sayPlan(plan)}</span> : null}
      </p>
      {count > 0 ? <Simulation plan={plan} /> : null}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          onClick={onFit}
          {...(balances === undefined || balances === "unknown"
            ? { disabledReason: "The balance is unknown, so nobody can tell what fits." }
            : {})}
        >
          {`Select the ${fitCount} that fit`}
        </Button>
        {count > 0 ? (
          <>
            <Button size="sm" icon={<Eye size={14} />} onClick={onReview}>
              Leave withheld, mark as reviewed
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
          {count === 0
            ? "Release"
            : `Release ${count} for ${buzzNumber(plan.chargeYellow)} ${isLive ? "live " : ""}yellow`}
        </Button>
      </span>
    </section>
  );
}

function sayPlan({ refund, chargeYellow, unpriced }: DeskPlan): string {
  const back = (["blue", "green"] as const)
    .filter((currency) => refund[currency] > 0)
    .map((currency) => `${buzzNumber(refund[currency])} ${currency}`);
  const unknown = unpriced.length > 0 ? `; ${unpriced.length} without a price` : "";
  return `${back.length > 0 ? back.join(" and ") : "nothing"} comes back, ${buzzNumber(chargeYellow)} yellow is charged${unknown}`;
}

function Simulation({ plan: { before, after } }: { plan: DeskPlan }) {
  if (after === "unknown" || before === undefined || before === "unknown") {
    return <p className="text-muted text-sm">Balance unknown</p>;
  }
  return (
    <table className="tabular text-sm">
      <caption className="sr-only">Balances before and after</caption>
      <tbody>
        <tr>
          {(["blue", "green", "yellow"] as const).map((currency) => (
            <td key={currency} className="pr-4">
              <span className="text-muted capitalize">{currency}</span> {buzzNumber(before[currency])} →{" "}
              <span className={after[currency] < 0 ? "font-medium text-danger" : "font-medium"}>
                {buzzNumber(after[currency]).replace("-", "−")}
              </span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
