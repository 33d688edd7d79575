import type { Quote } from "#dashboard/api/quote-query.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { runLabel } from "./run-label.ts";

type Props = { shown: Quote; latest: Quote; isRepeat: boolean; onRun: () => void; onClose: () => void };

/** Asks again when the price that was shown is not the price any more. */
export function PriceChangedDialog({ shown, latest, isRepeat, onRun, onClose }: Props) {
  // What was sent before and did begin is answered as it is, however little is left.
  const isShort = latest.workflow.transactions?.insufficientBuzz === true && !isRepeat;
  return (
    <ConfirmDialog
      isOpen
      title="The price has changed"
      description={`It was “${runLabel(shown)}” when you pressed. ${isRepeat ? "If the run whose answer was lost has begun, this leads to it, and nothing more is paid." : "Nothing was run yet."}`}
      confirmLabel={runLabel(latest)}
      variant="spend"
      disabledReason={isShort ? "The Buzz does not suffice." : undefined}
      onConfirm={onRun}
      onClose={onClose}
    />
  );
}
