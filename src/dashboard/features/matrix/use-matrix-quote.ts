import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { type ApiProblem, toApiProblem } from "#dashboard/api/api-problem.ts";
import { accountKey, balanceQuery } from "#dashboard/api/balance-query.ts";
import { type BulkEntry, runBulk } from "#dashboard/api/bulk-run.ts";
import { quoteQuery } from "#dashboard/api/quote-query.ts";
import type { MatrixRun } from "./matrix-runs.ts";
import { type MatrixPrice, priceMatrix } from "./price-matrix.ts";
import type { NamedPrice } from "./run-matrix.ts";

export type MatrixQuote = {
  /** What the runs cost together; absent until every run is priced. */
  price: MatrixPrice | undefined;
  /** The price that is named for each run, by its `externalId`. */
  prices: ReadonlyMap<string, NamedPrice>;
  priced: number;
  isAsking: boolean;
  /** Why one of them has no price, and which. */
  problem: { run: MatrixRun; problem: ApiProblem } | undefined;
  ask: () => void;
};

type Asked = { runs: readonly MatrixRun[]; entries: readonly BulkEntry<MatrixRun, Workflow>[]; isOver: boolean };

/** The price of a grid of runs, asked for on request: one whatif per run, one after another. */
export function useMatrixQuote(runs: readonly MatrixRun[]): MatrixQuote {
  const api = useApi();
  const queryClient = useQueryClient();
  const { data: balances } = useQuery(balanceQuery(api));
  const [asked, setAsked] = useState<Asked>();
  // Nobody waits for the prices of a grid that was left or filled in anew.
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  // A price belongs to the runs that it was asked for; other runs have none.
  const current = asked?.runs === runs ? asked : undefined;

  const ask = async () => {
    // The split is worked out from the balances: they are to be those of now, too.
    void queryClient.invalidateQueries({ queryKey: accountKey });
    const control = new AbortController();
    stopper.current = control;
    setAsked({ runs, entries: [], isOver: false });
    const change = (next: (now: Asked) => Asked) => setAsked((now) => (now?.runs === runs ? next(now) : now));
    await runBulk({
      items: runs,
      act: async ({ body }) => (await queryClient.fetchQuery({ ...quoteQuery(api, body), staleTime: 0 })).workflow,
      stop: control.signal,
      onOutcome: (entry) => {
        if (entry.outcome.state === "failed") control.abort();
        change((now) => ({ ...now, entries: [...now.entries, entry] }));
      },
    });
    change((now) => ({ ...now, isOver: true }));
  };

  const quotes = (current?.entries ?? []).flatMap(({ item, outcome }) =>
    outcome.state === "done" ? [{ run: item, workflow: outcome.value }] : [],
  );
  const failed = current?.entries.find(({ outcome }) => outcome.state === "failed");
  const isComplete = current?.isOver === true && quotes.length === runs.length && runs.length > 0;
  const whole = quotes.map(({ workflow }) => workflow);
  const price = isComplete ? priceMatrix(whole, balances) : undefined;
  const each = price && price.each !== "unknown" ? price.each : [];
  return {
    price,
    prices: new Map(
      quotes.flatMap(({ run, workflow: { cost } }, index): [string, NamedPrice][] =>
        cost ? [[run.body.externalId, { total: cost.total, pays: each[index] }]] : [],
      ),
    ),
    priced: quotes.length,
    isAsking: current !== undefined && !current.isOver,
    problem:
      failed?.outcome.state === "failed"
        ? { run: failed.item, problem: toApiProblem(failed.outcome.problem) }
        : undefined,
    ask: () => void ask(),
  };
}
