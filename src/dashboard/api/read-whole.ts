import type { QueryClient } from "@tanstack/react-query";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "./api.ts";
import { runBulk } from "./bulk-run.ts";
import type { ListFilter } from "./list-filter.ts";
import { type ListPage, readListPage } from "./list-pages.ts";
import { retryDelayMs, retryRead } from "./polling.ts";
import { capabilitiesFor, readWorkflow } from "./workflow-queries.ts";

/** What was made of the workflows that were read, in the order asked for, and the ids of those that could not be. */
export type WholeRead<Made> = { found: Made[]; missing: string[] };

export type WholeReading<Made> = {
  api: Api;
  client: QueryClient;
  /** The list that the ids are from. */
  filter: ListFilter;
  ids: readonly string[];
  /** What to keep of each: whole workflows are large. */
  of: (workflow: Workflow) => Made;
  signal: AbortSignal;
  onProgress: (read: number) => void;
};

/** Up to so many are read one by one; more are picked from the pages of their list. */
const oneByOne = 20;
const pageRows = 200;

/**
 * Read workflows of a list whole: the list itself keeps only what a row says. Failed reads are tried again. Throws an
 * ApiProblem when the list can't be read, and an AbortError when it is stopped.
 */
export async function readWhole<Made>(reading: WholeReading<Made>): Promise<WholeRead<Made>> {
  const { api, ids, of, signal, onProgress } = reading;
  const made = new Map<string, Made>();
  if (ids.length > oneByOne) await readFromPages(reading, made);
  // What has left the list since, and all of a few.
  await runBulk({
    items: ids.filter((id) => !made.has(id)),
    act: (id) => readWorkflow(api, id, signal),
    stop: signal,
    onOutcome: ({ item, outcome }) => {
      if (outcome.state === "done") made.set(item, of(outcome.value));
      onProgress(made.size);
    },
  });
  signal.throwIfAborted();
  const found = ids.flatMap((id) => made.get(id) ?? []);
  return { found, missing: ids.filter((id) => !made.has(id)) };
}

async function readFromPages<Made>(reading: WholeReading<Made>, made: Map<string, Made>): Promise<void> {
  const { api, client, filter, ids, of, signal, onProgress } = reading;
  const capabilities = await capabilitiesFor(api, filter, client);
  const left = new Set(ids);
  let page: ListPage | undefined;
  do {
    const cursor = page?.next;
    page = await readAgainAndAgain(client, () => readListPage(api, filter, capabilities, cursor, signal, pageRows));
    signal.throwIfAborted();
    for (const workflow of page.items) if (left.delete(workflow.id ?? "")) made.set(workflow.id ?? "", of(workflow));
    onProgress(made.size);
  } while (page.next && left.size > 0);
}

/** A read as every read of this app: on 429, server failures and lost answers it is tried again. */
function readAgainAndAgain<Value>(client: QueryClient, read: () => Promise<Value>): Promise<Value> {
  const queryKey = ["once", crypto.randomUUID()];
  return client.fetchQuery({ queryKey, queryFn: read, retry: retryRead, retryDelay: retryDelayMs, gcTime: 0 });
}
