import { useQueryClient } from "@tanstack/react-query";
import { Play, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { accountKey } from "#dashboard/api/balance-query.ts";
import type { BulkEntry } from "#dashboard/api/bulk-run.ts";
import { useBulkRun } from "#dashboard/api/use-bulk-run.ts";
import { LeaveGuard } from "#dashboard/display/leave-guard.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { buzzNumber, countOf } from "#dashboard/display/words.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { Kbd } from "#dashboard/ui/kbd.tsx";
import { ProgressBar } from "#dashboard/ui/progress-bar.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { MatrixReceipt } from "./matrix-receipt.tsx";
import { type MatrixRun, sayRun } from "./matrix-runs.ts";
import type { MatrixPrice } from "./price-matrix.ts";
import { type NamedPrice, submitter } from "./run-matrix.ts";
import { sayMatrixPrice } from "./say-matrix-price.ts";
import { useMatrixQuote } from "./use-matrix-quote.ts";

type Props = {
  runs: readonly MatrixRun[];
  /** The tag of all of them, to find them by. */
  tag: string;
  onStart: () => void;
  /** Whether runs are being sent now: who leaves stops that. */
  onRunning: (isRunning: boolean) => void;
  /** After the receipt is put away: the next press makes new workflows. */
  onDone: () => void;
};

/** What is lost of a grid that is left while it runs. */
export const gridUnderWay = {
  title: "Something is still under way",
  words: "The run that is under way is finished; those that are not begun yet are left, and cost nothing.",
};

/** What is left of a grid after a receipt, and what stands on it already. */
type Rest = { runs: readonly MatrixRun[]; done: readonly BulkEntry<MatrixRun, Workflow>[] };

/** Several runs at once: one total price on request, one button that spends it, a way to stop, and a receipt. */
export function MatrixPanel({ runs: all, tag, onStart, onRunning, onDone }: Props) {
  const api = useApi();
  const queryClient = useQueryClient();
  // What is left is priced anew, and named on the button, before any of it is run again.
  const [rest, setRest] = useState<Rest>();
  const runs = rest?.runs ?? all;
  const quote = useMatrixQuote(runs);
  const [named, name] = useState<ReadonlyMap<string, NamedPrice>>(new Map());
  const bulk = useBulkRun<MatrixRun, Workflow>(() => void queryClient.invalidateQueries({ queryKey: accountKey }));
  const { isRunning } = bulk;
  const tellRunning = useStable(onRunning);
  useEffect(() => tellRunning(isRunning), [isRunning, tellRunning]);
  const start = () => {
    onStart();
    name(new Map([...named, ...quote.prices]));
    bulk.start(runs, submitter(api, queryClient, quote.prices), rest?.done);
  };

  if (bulk.entries) {
    const done = bulk.entries.filter(({ outcome }) => outcome.state === "done");
    return (
      <section aria-label="Receipt" className="flex flex-col gap-3">
        <LeaveGuard
          question={isRunning ? { ...gridUnderWay, leaveLabel: "Leave and stop it" } : undefined}
          holdsSearch
        />
        {isRunning ? (
          <div className="flex items-center gap-3">
            <ProgressBar label="Runs begun" value={bulk.entries.length / Math.max(1, bulk.total)} />
            <Button size="sm" icon={<Square />} onClick={bulk.stop}>
              Stop
            </Button>
          </div>
        ) : null}
        <MatrixReceipt
          entries={bulk.entries}
          total={bulk.total}
          prices={named}
          tag={tag}
          isRunning={isRunning}
          onPriceRest={(left) => {
            setRest({ runs: left, done });
            bulk.clear();
          }}
          onClose={() => {
            bulk.clear();
            setRest(undefined);
            onDone();
          }}
        />
      </section>
    );
  }
  return (
    <section aria-label="Quote of all runs" className="flex flex-col gap-3">
      {rest ? (
        <p className="text-muted text-sm">
          {rest.done.length} of {all.length} have begun. These are the others; one whose answer was lost is not paid
          twice.
        </p>
      ) : null}
      <Runs runs={runs} prices={quote.prices} />
      {quote.problem ? (
        <ProblemAlert
          problem={quote.problem.problem}
          what={`Not priced: ${sayRun(quote.problem.run)}.`}
          onRetry={quote.ask}
        />
      ) : null}
      {quote.price ? (
        <Priced price={quote.price} count={runs.length} isLive={api.connection.kind === "hosted"} onRun={start} />
      ) : (
        <Button isBusy={quote.isAsking} onClick={quote.ask}>
          {quote.isAsking
            ? `Priced ${quote.priced} of ${runs.length}`
            : `Ask for the price of ${countOf(runs.length, "run")}`}
        </Button>
      )}
    </section>
  );
}

type PricedProps = { price: MatrixPrice; count: number; isLive: boolean; onRun: () => void };

function Priced({ price, count, isLive, onRun }: PricedProps) {
  const isShort = price.missing !== "unknown" && price.missing > 0;
  const button = useRef<HTMLButtonElement>(null);
  useHotkey("mod+enter", ({ repeat }) => !isShort && !repeat && onRun(), { evenWhileTyping: true, within: button });
  return (
    <>
      <p className="font-semibold text-2xl tabular-nums leading-none">{buzzNumber(price.total)} Buzz</p>
      {price.pays === "unknown" ? (
        <p className="text-muted text-sm">
          The balances are unknown: how much of which Buzz pays is told by the receipt.
        </p>
      ) : (
        <p className="text-muted text-sm">
          Run one after another. What is paid with blue or green is without mature content, as with any run.
        </p>
      )}
      {isShort ? (
        <Alert tone="danger" title={`${buzzNumber(Number(price.missing))} Buzz are missing`}>
          The balances suffice for {price.affordable} of {count} runs. Run fewer, let more currencies pay, or top up.
        </Alert>
      ) : null}
      <Button
        ref={button}
        variant="spend"
        icon={<Play />}
        className="h-auto min-h-9 py-1"
        onClick={onRun}
        {...(isShort ? { disabledReason: "The Buzz does not suffice for all runs." } : {})}
      >
        <span className="whitespace-normal text-balance">
          {isLive ? "Live: " : ""}
          {sayMatrixPrice(price, count)}
        </span>
        <span className="ml-1 opacity-70 max-sm:hidden">
          <Kbd keys="mod+enter" />
        </span>
      </Button>
    </>
  );
}

function Runs({ runs, prices }: { runs: readonly MatrixRun[]; prices: ReadonlyMap<string, NamedPrice> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <ol aria-label="Runs" tabIndex={0} className="max-h-60 overflow-auto rounded-md border border-border">
      {runs.map((run) => {
        const total = prices.get(run.body.externalId)?.total;
        return (
          <li key={run.position} className="flex gap-3 border-border border-b px-3 py-1.5 text-sm last:border-b-0">
            <span className="w-6 shrink-0 text-right text-subtle tabular-nums">{run.position}</span>
            <span className="min-w-0 flex-1 truncate" title={sayRun(run)}>
              {sayRun(run)}
            </span>
            <span className="shrink-0 text-muted tabular-nums">{total === undefined ? "–" : buzzNumber(total)}</span>
          </li>
        );
      })}
    </ol>
  );
}
