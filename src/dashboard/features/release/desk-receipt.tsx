import type { Workflow } from "#contract/workflow.ts";
import type { BulkState } from "#dashboard/api/use-bulk-run.ts";
import { BulkReceipt } from "#dashboard/display/bulk-receipt.tsx";
import type { ReleaseResult } from "./release-many.ts";
import { ReleaseSums } from "./release-sums.tsx";

const deskActions = {
  Release: "released",
  Review: "marked as reviewed",
  "Take the mark off": "to decide on again",
  Delete: "deleted",
} as const;
export type DeskAction = keyof typeof deskActions;

type Props = {
  bulk: BulkState<Workflow, ReleaseResult | undefined>;
  action: DeskAction;
  /** The ids of what was not done: it stays selected, to be tried again. */
  onClose: (notDone: string[]) => void;
};

/** What became of each workflow of a bulk action of the desk, and what it moved. */
export function DeskReceipt({ bulk, action, onClose }: Props) {
  const entries = bulk.entries ?? [];
  const results = entries.flatMap(({ outcome }) => (outcome.state === "done" && outcome.value ? [outcome.value] : []));
  const notDone = entries.filter(({ outcome }) => outcome.state !== "done").map(({ item }) => item.id ?? "");
  return (
    <BulkReceipt
      bulk={bulk}
      action={action}
      doneWord={deskActions[action]}
      sums={action === "Release" ? <ReleaseSums results={results} /> : undefined}
      detail={sayResult}
      record={recordOf}
      onClose={() => onClose(notDone)}
    />
  );
}

function sayResult(result: ReleaseResult | undefined): string {
  if (!result) return "";
  if (result.wasReleased) return "Somebody else had released it; nothing was charged for it here.";
  const charged = result.charged === undefined ? "charge unknown" : `${result.charged} yellow charged`;
  return result.isLogged ? charged : `${charged}; the release could not be noted in its metadata`;
}

/** The columns that a receipt's file has besides the outcome. Unknown is said, and never 0. */
function recordOf(result: ReleaseResult | undefined): Record<string, unknown> {
  if (!result) return {};
  return {
    "quoted yellow": result.quotedYellow,
    "charged yellow": result.charged ?? "unknown",
    "refunded blue": result.refund?.blue ?? "unknown",
    "refunded green": result.refund?.green ?? "unknown",
    "released by somebody else": result.wasReleased ? "yes" : "no",
    "noted in its metadata": result.isLogged ? "yes" : "no",
  };
}
