import { buzzNumber, currencyName, sayBuzz } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import type { DeskPlan } from "./desk-plan.ts";

type Props = {
  count: number;
  plan: DeskPlan;
  isLive: boolean;
  /** How many of the selection have nothing to release. */
  leftOut?: number;
  onConfirm: () => void;
  onClose: () => void;
};

/** Confirm the release of several workflows: each balance before and after, and what stops it midway. */
export function BulkReleaseDialog({ count, plan, isLive, leftOut = 0, onConfirm, onClose }: Props) {
  const { refund, chargeYellow, before, after } = plan;
  const live = isLive ? "live " : "";
  const isKnown = before !== undefined && before !== "unknown" && after !== "unknown";
  const rows = (["blue", "green", "yellow"] as const).map((currency) => ({
    currency,
    change: currency === "yellow" ? -chargeYellow : refund[currency],
  }));
  return (
    <ConfirmDialog
      isOpen
      title={`Release ${count} ${count === 1 ? "workflow" : "workflows"}`}
      description="One after another. It stops at the first shortfall or at a price that went up, and ends with a receipt."
      confirmLabel={`Release ${count} for ${buzzNumber(chargeYellow)} ${live}yellow`}
      variant="spend"
      disabledReason={whyNot(count, plan)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <table className="tabular w-full text-left text-sm">
        <TableHead columns={["Balance", "Before", "Change", "After"]} numbersFrom={1} />
        <tbody>
          {rows.map(({ currency, change }) => (
            <tr key={currency} className="border-border border-t">
              <td className="py-1.5">{currencyName(currency)}</td>
              <td className="py-1.5 pr-3 text-right text-muted">
                {isKnown ? buzzNumber(before[currency]) : "unknown"}
              </td>
              <td className="py-1.5 pr-3 text-right">{change > 0 ? `+${buzzNumber(change)}` : sayBuzz(change)}</td>
              <td className="py-1.5 text-right font-medium">{isKnown ? sayBuzz(after[currency]) : "unknown"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut > 0 ? (
        <p className="text-muted text-sm">{leftOut} of the selected have nothing to release, and are left alone.</p>
      ) : null}
    </ConfirmDialog>
  );
}

/** Why the release can't be started; `undefined` when it can. */
export function whyNot(count: number, { unpriced, missingYellow }: DeskPlan): string | undefined {
  if (count === 0) return "Nothing of it can be released.";
  if (unpriced.length > 0) return `${unpriced.length} of them have no price, and nothing is released without one.`;
  if (missingYellow !== "unknown" && missingYellow > 0) return `${buzzNumber(missingYellow)} yellow is missing.`;
  return undefined;
}
