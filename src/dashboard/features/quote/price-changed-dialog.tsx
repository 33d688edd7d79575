import { useQuery } from "@tanstack/react-query";
import { useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import type { Quote } from "#dashboard/api/quote-query.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { fundingPlan } from "./funding.ts";
import { FundingBars } from "./funding-bars.tsx";
import { runLabel, whyNotRun } from "./run-label.ts";

type Props = { shown: Quote; latest: Quote; isRepeat: boolean; onRun: () => void; onClose: () => void };

/** Asks again when the price that was shown is not the price any more, with each balance before and after. */
export function PriceChangedDialog({ shown, latest, isRepeat, onRun, onClose }: Props) {
  const api = useApi();
  const live = api.connection.kind === "hosted" ? "Live: " : "";
  const { data: balances } = useQuery(balanceQuery(api));
  // What was sent before may be missing from the balances already: they tell nothing of before and after.
  const lines = isRepeat ? undefined : fundingPlan(latest.workflow, balances);
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
    >
      {lines ? <FundingBars lines={lines} /> : null}
    </ConfirmDialog>
  );
}
