import type { Quote } from "#dashboard/api/quote-query.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { runLabel } from "./run-label.ts";

type Props = { shown: Quote; latest: Quote; onRun: () => void; onClose: () => void };

/** Asks again when the price that was shown is not the price any more. */
export function PriceChangedDialog({ shown, latest, onRun, onClose }: Props) {
  const isShort = latest.workflow.transactions?.insufficientBuzz === true;
  return (
    <ConfirmDialog
      isOpen
      title="The price has changed"
      description={`It was “${runLabel(shown)}” when you pressed. Nothing was run yet.`}
      confirmLabel={runLabel(latest)}
      variant="spend"
      disabledReason={isShort ? "The Buzz does not suffice." : undefined}
      onConfirm={onRun}
      onClose={onClose}
    />
  );
}
