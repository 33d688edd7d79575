import { Link } from "@tanstack/react-router";
import { isOutcomeUnknown } from "#dashboard/api/is-outcome-unknown.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Alert } from "#dashboard/ui/alert.tsx";
import { PriceChangedDialog } from "./price-changed-dialog.tsx";
import type { Runs } from "./use-run.ts";

type Props = Pick<
  Runs,
  | "awaitedSeconds"
  | "refusal"
  | "unchecked"
  | "changed"
  | "runChanged"
  | "leaveChanged"
  | "isLost"
  | "begunId"
  | "forgetLost"
>;

/** What stands between a press on Run and its workflow: a refusal, a lost answer, a price that is not the same any more. */
export function RunNotices({
  awaitedSeconds,
  refusal,
  unchecked,
  changed,
  runChanged,
  leaveChanged,
  isLost,
  begunId,
  forgetLost,
}: Props) {
  return (
    <>
      {awaitedSeconds > 0 ? (
        <p role="status" className="text-muted text-sm">
          Sent. The answer comes when it is over, or after {awaitedSeconds} seconds.
        </p>
      ) : null}
      {isLost ? (
        <Alert tone="warning" title="An earlier run may be on its way" onDismiss={forgetLost}>
          The chain was changed before its answer came. Look in the list before you run again.
        </Alert>
      ) : null}
      {begunId ? (
        <Alert tone="info" isAnnounced title="The earlier run has begun" onDismiss={forgetLost}>
          What you changed since is not in it.{" "}
          <Link to="/workflows/$workflowId" params={{ workflowId: begunId }} className="text-accent hover:underline">
            Show it
          </Link>
        </Alert>
      ) : null}
      {unchecked ? (
        <ProblemAlert problem={unchecked} what="The price could not be checked, so nothing was run." />
      ) : null}
      {refusal ? <ProblemAlert problem={refusal} what={outcomeOf(refusal)} /> : null}
      {changed ? <PriceChangedDialog {...changed} onRun={runChanged} onClose={leaveChanged} /> : null}
    </>
  );
}

function outcomeOf(refusal: NonNullable<Runs["refusal"]>): string {
  return isOutcomeUnknown(refusal)
    ? "Press Run again: the same draft is never paid twice."
    : "Nothing was run, and nothing was charged.";
}
