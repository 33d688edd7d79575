import { Link } from "@tanstack/react-router";
import { Download, Square } from "lucide-react";
import type { ReactNode } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { ProgressBar } from "#dashboard/ui/progress-bar.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { saveCsv } from "./save-csv.ts";
import { countNumber, humanise, shortId, workflowName } from "./words.ts";

/** What became of one workflow: done, failed and why, or not tried and why. */
export type ReceiptEntry<Value> = {
  item: Pick<Workflow, "id" | "metadata">;
  outcome:
    | { state: "done"; value: Value }
    | { state: "failed"; problem: { message: string } }
    | { state: "skipped"; why: string };
};

/** So many are drawn; the file has all of them. */
const shownAtMost = 200;

type Props<Value> = {
  bulk: { entries: readonly ReceiptEntry<Value>[] | undefined; total: number; isRunning: boolean; stop: () => void };
  /** "Release", "Cancel": what is under way. */
  action: string;
  /** "released", "canceled": what was done. */
  doneWord: string;
  /** The sums over what was done, such as what came back and what was charged. */
  sums?: ReactNode;
  /** What was done to one, in words. */
  detail?: (value: Value) => string;
  /** Further columns of the file. */
  record?: (value: Value) => Record<string, unknown>;
  onClose: () => void;
};

const underWay = {
  title: "Something is still under way",
  words: "The workflow that is under way is finished; the others are left as they are.",
  leaveLabel: "Leave and stop it",
};

/** A bulk action while it runs, with its stop, and afterwards what became of each workflow. */
export function BulkReceipt<Value>({ bulk, action, doneWord, sums, detail, record, onClose }: Props<Value>) {
  const entries = bulk.entries ?? [];
  const count = (state: string) => entries.filter(({ outcome }) => outcome.state === state).length;
  const [done, failed, skipped] = [count("done"), count("failed"), count("skipped")];
  // What went wrong comes first where not all is drawn; while it runs, what came last.
  const shown =
    entries.length <= shownAtMost
      ? entries
      : bulk.isRunning
        ? entries.slice(-shownAtMost)
        : entries.toSorted((one, other) => order[one.outcome.state] - order[other.outcome.state]).slice(0, shownAtMost);
  const shared = sharedNames(entries);
  const download = () =>
    void saveCsv(
      `${action.toLowerCase().replaceAll(" ", "-")}-receipt.csv`,
      entries.map((entry) => ({
        workflow: entry.item.id,
        name: workflowName(entry.item),
        outcome: entry.outcome.state === "done" ? doneWord : entry.outcome.state,
        why: whyOf(entry),
        ...(entry.outcome.state === "done" ? record?.(entry.outcome.value) : {}),
      })),
    );
  return (
    <section aria-label="Receipt" className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-4">
      <LeaveGuard question={bulk.isRunning ? underWay : undefined} />
      <h2 className="font-medium text-base">{bulk.isRunning ? `${action}: under way` : `${action}: receipt`}</h2>
      {bulk.isRunning ? (
        <div className="flex max-w-xl items-center gap-3">
          <ProgressBar label={action} value={entries.length / Math.max(1, bulk.total)} />
          <Button size="sm" icon={<Square />} onClick={bulk.stop}>
            Stop
          </Button>
        </div>
      ) : null}
      <p role="status" className="text-sm">
        {done} of {bulk.total} {doneWord}
        {failed > 0 ? `, ${failed} failed` : ""}
        {skipped > 0 ? `, ${skipped} left as they are` : ""}.
      </p>
      {sums}
      <table className="w-full max-w-4xl text-left text-sm">
        <TableHead columns={["Workflow", "Outcome"]} />
        <tbody>
          {shown.map((entry) => (
            <tr key={entry.item.id} className="border-border border-t align-top">
              <td className="w-1/2 max-w-0 break-words py-1.5 pr-3">
                <Link
                  to="/workflows/$workflowId"
                  params={{ workflowId: entry.item.id ?? "" }}
                  className="underline underline-offset-2"
                >
                  {workflowName(entry.item)}
                </Link>
                {shared.has(workflowName(entry.item)) ? (
                  <span className="ml-2 font-mono text-subtle text-xs">{shortId(entry.item.id)}</span>
                ) : null}
              </td>
              <td className="py-1.5">
                <Outcome entry={entry} doneWord={doneWord} detail={detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.length ? (
        <p className="text-muted text-sm">
          {shown.length} of {countNumber(entries.length)} are shown; the downloaded receipt has all of them.
        </p>
      ) : null}
      {bulk.isRunning ? null : (
        <div className="flex flex-wrap gap-2">
          <Button icon={<Download />} onClick={download}>
            Download the receipt
          </Button>
          <Button variant="primary" onClick={onClose}>
            Back to the list
          </Button>
        </div>
      )}
    </section>
  );
}

/** Names that several of them have: there the id tells which is which. */
function sharedNames(entries: readonly Pick<ReceiptEntry<unknown>, "item">[]): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { item } of entries) {
    const name = workflowName(item);
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

const order = { failed: 0, skipped: 1, done: 2 };

type OutcomeProps<Value> = {
  entry: ReceiptEntry<Value>;
  doneWord: string;
  detail: ((value: Value) => string) | undefined;
};

function Outcome<Value>({ entry, doneWord, detail }: OutcomeProps<Value>) {
  const { outcome } = entry;
  const [tone, word] = (
    { done: ["success", doneWord], failed: ["danger", "failed"], skipped: ["neutral", "left as it is"] } as const
  )[outcome.state];
  const words = outcome.state === "done" ? detail?.(outcome.value) : whyOf(entry);
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <Badge tone={tone}>{humanise(word)}</Badge>
      {words ? <span className="text-muted">{words}</span> : null}
    </span>
  );
}

function whyOf<Value>({ outcome }: ReceiptEntry<Value>): string {
  if (outcome.state === "failed") return outcome.problem.message;
  return outcome.state === "skipped" ? outcome.why : "";
}
