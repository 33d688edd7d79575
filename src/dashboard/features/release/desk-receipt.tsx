import type { Workflow } from "#contract/workflow.ts";
import type { BulkState } from "#dashboard/api/use-bulk-run.ts";
import { BulkReceipt } from "#dashboard/display/bulk-receipt.tsx";
import type { ReleaseResult } from "./release-many.ts";
import { recordOfRelease, sayRelease } from "./release-record.ts";
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
      detail={sayRelease}
      record={recordOfRelease}
      onClose={() => onClose(notDone)}
    />
  );
}
