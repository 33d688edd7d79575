import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { chargedByCurrency } from "#contract/cost.ts";
import { type Amounts, currencies, noBuzz } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { BulkEntry } from "#dashboard/api/bulk-run.ts";
import { isLost } from "#dashboard/api/lost-answers.ts";
import { CurrencySplit } from "#dashboard/display/currency-split.tsx";
import { saveCsv } from "#dashboard/display/save-csv.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { TableHead } from "#dashboard/ui/table-head.tsx";
import { type MatrixRun, sayRun } from "./matrix-runs.ts";
import type { NamedPrice } from "./run-matrix.ts";

type Entry = BulkEntry<MatrixRun, Workflow>;

type Props = {
  entries: readonly Entry[];
  total: number;
  /** What was named for each run, by its `externalId`. */
  prices: ReadonlyMap<string, NamedPrice>;
  tag: string;
  isRunning: boolean;
  /** What did not begin is wanted still: at which price is asked first. */
  onPriceRest: (runs: readonly MatrixRun[]) => void;
  onClose: () => void;
};

/** What became of each run of a grid, what it was quoted and charged, and the way to the rest. */
export function MatrixReceipt({ entries, total, prices, tag, isRunning, onPriceRest, onClose }: Props) {
  const done = entries.filter(({ outcome }) => outcome.state === "done");
  const rest = entries.filter(({ outcome }) => outcome.state !== "done").map(({ item }) => item);
  const charged = sum(entries.map(chargeOf));
  const download = () =>
    void saveCsv(
      `${tag}.csv`,
      entries.map((entry) => recordOf(entry, prices)),
    );
  return (
    <>
      <p role="status" className="flex flex-wrap items-center gap-x-3 font-medium text-sm">
        <span>
          {done.length} of {total} begun
        </span>
        <span className="flex items-center gap-1.5 text-muted">
          charged <CurrencySplit amounts={charged} />
        </span>
      </p>
      <table className="w-full text-left text-sm">
        <TableHead columns={["Run", "Outcome", "Quoted", "Charged"]} numbersFrom={2} />
        <tbody>
          {entries.map((entry) => (
            <Row
              key={entry.item.position}
              entry={entry}
              charged={chargeOf(entry)}
              quoted={prices.get(entry.item.body.externalId)?.total}
            />
          ))}
        </tbody>
      </table>
      {isRunning ? null : (
        <div className="flex flex-wrap gap-2">
          <Link
            to="/workflows"
            search={{ tags: [tag] }}
            className="inline-flex h-8 items-center rounded-md border border-border bg-raised px-3 font-medium text-sm hover:bg-sunken"
          >
            Show them in the list
          </Link>
          <Button icon={<Download />} onClick={download}>
            Download
          </Button>
          {rest.length > 0 ? (
            <Button onClick={() => onPriceRest(rest)}>{`Price the other ${rest.length} again`}</Button>
          ) : null}
          <Button variant="quiet" onClick={onClose}>
            Done
          </Button>
        </div>
      )}
    </>
  );
}

type RowProps = { entry: Entry; charged: Amounts | undefined; quoted: number | undefined };

function Row({ entry: { item, outcome }, charged, quoted }: RowProps) {
  return (
    <tr className="border-border border-t align-top">
      <td className="w-full max-w-0 py-1.5 pr-3" title={sayRun(item)}>
        {/* Runs of a grid begin alike: what sets them apart comes later in the line. */}
        <span className="line-clamp-3 break-words">
          {outcome.state === "done" && outcome.value.id ? (
            <Link
              to="/workflows/$workflowId"
              params={{ workflowId: outcome.value.id }}
              className="underline underline-offset-2"
            >
              {sayRun(item)}
            </Link>
          ) : (
            sayRun(item)
          )}
        </span>
      </td>
      <td className="py-1.5 pr-3">
        {outcome.state === "done" ? <Badge tone="success">Begun</Badge> : null}
        {outcome.state === "failed" ? (
          <>
            <Badge tone="danger">Failed</Badge>
            <span className="block text-muted text-xs">{outcome.problem.message}</span>
          </>
        ) : null}
        {outcome.state === "skipped" ? (
          <>
            <Badge>{isLost(item.body.externalId) ? "Unknown" : "Not run"}</Badge>
            <span className="block text-muted text-xs">{whyNot(item, outcome.why)}</span>
          </>
        ) : null}
      </td>
      <td className="py-1.5 pr-3 text-right tabular-nums">{quoted === undefined ? "unknown" : buzzNumber(quoted)}</td>
      <td className="py-1.5 text-right">
        <CurrencySplit amounts={charged} isCompact />
      </td>
    </tr>
  );
}

/** What an entry took: nothing when it was refused or not tried, and unknown when the answer of any try was lost. */
function chargeOf({ item, outcome }: Entry): Amounts | undefined {
  if (outcome.state === "done") return chargedByCurrency(outcome.value.transactions);
  if (isLost(item.body.externalId)) return undefined;
  return outcome.state === "skipped" || outcome.problem.kind === "refused" ? noBuzz : undefined;
}

function whyNot({ body }: MatrixRun, why: string): string {
  return isLost(body.externalId) ? `${why} An earlier try may have begun: its answer was lost.` : why;
}

/** The sum of what was charged; unknown as soon as one of them is. */
function sum(all: readonly (Amounts | undefined)[]): Amounts | undefined {
  const total: Amounts = { ...noBuzz };
  for (const amounts of all) {
    if (!amounts) return undefined;
    for (const currency of currencies) total[currency] += amounts[currency];
  }
  return total;
}

function recordOf(entry: Entry, prices: ReadonlyMap<string, NamedPrice>): Record<string, unknown> {
  const { item, outcome } = entry;
  const charged = chargeOf(entry);
  return {
    run: item.position,
    ...Object.fromEntries(Object.entries(item.values).map(([name, value]) => [`argument ${name}`, value])),
    outcome: outcome.state,
    why:
      outcome.state === "failed"
        ? outcome.problem.message
        : outcome.state === "skipped"
          ? whyNot(item, outcome.why)
          : "",
    workflow: outcome.state === "done" ? outcome.value.id : "",
    quoted: prices.get(item.body.externalId)?.total ?? "unknown",
    ...Object.fromEntries(currencies.map((currency) => [`charged ${currency}`, charged?.[currency] ?? "unknown"])),
  };
}
