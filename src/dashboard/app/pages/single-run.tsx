import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { LeaveGuard } from "#dashboard/display/leave-guard.tsx";
import type { MatrixRun } from "#dashboard/features/matrix/matrix-runs.ts";
import { QuotePanel } from "#dashboard/features/quote/quote-panel.tsx";
import { RunButton } from "#dashboard/features/quote/run-button.tsx";
import { RunNotices } from "#dashboard/features/quote/run-notices.tsx";
import { useQuote } from "#dashboard/features/quote/use-quote.ts";
import { useRun } from "#dashboard/features/quote/use-run.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";

type Props = {
  run: MatrixRun;
  /** To be told whether it was sent and its answer is not there, so that it may have become a workflow. */
  onSent: (isSent: boolean) => void;
};

const answerLost = {
  title: "A run may be on its way",
  words: "Its answer was lost. Pressing Run here again never pays twice; a run from elsewhere is paid for anew.",
  leaveLabel: "Leave",
};

/** The price of a single run, and the button that spends it; it leads to the workflow that came of it. */
export function SingleRun({ run, onSent }: Props) {
  const navigate = useNavigate();
  const price = useQuote(run.body);
  const runs = useRun(price.quote, (workflow) => {
    if (workflow.id) void navigate({ to: "/workflows/$workflowId", params: { workflowId: workflow.id } });
  });
  const { externalId } = run.body;
  const reset = useStable(runs.reset);
  const before = useRef(externalId);
  useEffect(() => {
    // What the server said of an earlier body says nothing of this one.
    if (before.current !== externalId) reset(before.current);
    before.current = externalId;
  }, [externalId, reset]);
  const isSent = runs.isRunning || runs.isRepeat || runs.isLost;
  const tellSent = useStable(onSent);
  useEffect(() => {
    tellSent(isSent);
    return () => tellSent(false);
  }, [isSent, tellSent]);
  return (
    <QuotePanel
      {...price}
      template={run.body}
      isEmpty={false}
      onRetry={price.askAgain}
      run={
        <>
          {/* Not while it is sent: it is its own answer that leads away then. */}
          <LeaveGuard question={runs.isRepeat ? answerLost : undefined} holdsSearch />
          <RunNotices {...runs} />
          <RunButton
            {...price}
            isEmpty={false}
            problemCount={0}
            isRunning={runs.isRunning}
            isRepeat={runs.isRepeat}
            onRun={() => runs.run(run.body)}
          />
        </>
      }
    />
  );
}
