import { useApi } from "#dashboard/api/api.ts";
import type { Quote } from "#dashboard/api/quote-query.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { runLabel, whyNotRun } from "./run-label.ts";

type Props = { shown: Quote; latest: Quote; isRepeat: boolean; onRun: () => void; onClose: () => void };

/** Asks again when the price that was shown is not the price any more. */
export function PriceChangedDialog({ shown, latest, isRepeat, onRun, onClose }: Props) {
  const live = useApi().connection.kind === "hosted" ? "Live: " : "";
  // What was sent before and did begin is answered as it is, however little is left.
  const reason = whyNotRun({
    ...{ isEmpty: false, problemCount: 0, isStale: false, isAsking: false },
    ...{ quote: latest, isRepeat },
  });
  return (
    <ConfirmDialog
      isOpen
      title="The price has changed"
      description={`It was “${runLabel(shown)}” when you pressed. ${isRepeat ? "If the run whose answer was lost has begun, this leads to it, and nothing more is paid." : "Nothing was run yet."}`}
      confirmLabel={`${live}${runLabel(latest)}`}
      variant="spend"
      disabledReason={reason}
      onConfirm={onRun}
      onClose={onClose}
    />
  );
}
