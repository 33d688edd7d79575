import { buzzNumber, countOf } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { BalanceTable } from "./balance-table.tsx";
import type { DeskPlan } from "./desk-plan.ts";
import { planRelease } from "./release-plan.ts";

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
  const { chargeYellow, before } = plan;
  const live = isLive ? "live " : "";
  return (
    <ConfirmDialog
      isOpen
      title={`Release ${countOf(count, "workflow")}`}
      description="One after another. It stops at the first shortfall or at a price that went up, and ends with a receipt."
      confirmLabel={`Release ${count} for ${buzzNumber(chargeYellow)} ${live}yellow`}
      variant="spend"
      disabledReason={whyNot(count, plan)}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <BalanceTable lines={planRelease(plan, before).lines} />
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
