import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
  queryOptions,
} from "@tanstack/react-query";
import type { Api } from "./api.ts";
import type { ListFilter } from "./list-filter.ts";
import { type ListPage, laterPageRows, pageRows, readListPage } from "./list-pages.ts";
import type { Listed, ListShape } from "./list-shape.ts";
import { bringUpToDate } from "./merge-head.ts";
import { capabilitiesFor, isGone, readWorkflow, workflowKeys } from "./workflow-queries.ts";

/** A list, page by page. It is read once and then stands still; `liveHeadQuery` brings it up to date. */
export function workflowListQuery<Item extends Listed>(api: Api, filter: ListFilter, shape: ListShape<Item>) {
  return infiniteQueryOptions({
    queryKey: [...workflowKeys.list(api, filter), shape.name] as const,
    queryFn: async ({ pageParam, signal, client }): Promise<ListPage<Item>> => {
      const asked = capabilitiesFor(api, filter, client);
      // Nothing is waited for where nothing has to be asked: the first request goes out while the code is still run.
      const capabilities = asked instanceof Promise ? await asked : asked;
      const rows = pageParam === undefined ? pageRows : laterPageRows;
      const page = shaped(shape, await readListPage(api, filter, capabilities, pageParam, signal, rows));
      // The first page is the newest news as well: nobody asks for it twice.
      if (pageParam === undefined) {
        const { queryKey } = liveHeadQuery(api, filter, shape);
        // A look that was sent before this page would be answered with what is older than it.
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, page);
      }
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ListPage<Item>) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
    // Comparing every loaded row with itself at each further page costs more than the page.
    structuralSharing: false,
  });
}

/** The first page of a list again and again, for what is new; what is known of it is brought up to date in the list itself. */
export function liveHeadQuery<Item extends Listed>(api: Api, filter: ListFilter, shape: ListShape<Item>) {
  return queryOptions({
    queryKey: [...workflowKeys.head(api, filter), shape.name] as const,
    queryFn: async ({ signal, client }): Promise<ListPage<Item>> => {
      const capabilities = await capabilitiesFor(api, filter, client);
      const page = shaped(shape, await readListPage(api, filter, capabilities, undefined, signal));
      updateList(client, api, filter, shape, page.items);
      return page;
    },
    structuralSharing: false,
  });
}

/** Rows that are active further down a list than its first page, read one by one. One that is gone leaves the list. */
export function liveRowsQuery<Item extends Listed>(
  api: Api,
  filter: ListFilter,
  shape: ListShape<Item>,
  ids: readonly string[],
) {
  return queryOptions({
    queryKey: [...workflowKeys.all, "active", api.hideMature, shape.name, ids] as const,
    queryFn: async ({ signal, client }) => {
      const read = await Promise.allSettled(ids.map((id) => readWorkflow(api, id, signal)));
      const known = read.flatMap((one) => (one.status === "fulfilled" ? [shape.of(one.value)] : []));
      const gone = new Set(ids.filter((_, index) => isGone(read[index])));
      updateList(client, api, filter, shape, known, gone);
      // The head page was read while they were there, and must not call them new.
      if (gone.size > 0)
        client.setQueryData(
          liveHeadQuery(api, filter, shape).queryKey,
          (head) => head && bringUpToDate([head], [], { gone })[0],
        );
      return known.length;
    },
    gcTime: 0,
  });
}

/** Put what was read of some rows into a list that is loaded. Says whether that changed it. */
export function updateList<Item extends Listed>(
  client: QueryClient,
  api: Api,
  filter: ListFilter,
  shape: ListShape<Item>,
  updates: readonly Item[],
  gone?: ReadonlySet<string>,
): boolean {
  const { queryKey } = workflowListQuery(api, filter, shape);
  const data = client.getQueryData(queryKey);
  const pages = data && bringUpToDate(data.pages, updates, { keep: shape.keep, gone });
  // Data that is put there counts as read well, whatever failed before: only what changed is.
  if (!data || !pages || pages === data.pages) return false;
  client.setQueryData(queryKey, { ...data, pages });
  return true;
}

function shaped<Item extends Listed>(shape: ListShape<Item>, page: ListPage): ListPage<Item> {
  return { ...page, items: page.items.map(shape.of) };
}

/** More loaded pages than that are not read again one by one when something changed: the list starts anew from its top. */
const pagesReadAgain = 20;

/**
 * Have all that is known of workflows read again, after a change that may be anywhere in it. A list of thousands of
 * rows is cut to its first pages before: reading all of it again would take hundreds of requests.
 */
export function readWorkflowsAgain(client: QueryClient): Promise<void> {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: workflowKeys.lists() })) cut(client, queryKey);
  return client.invalidateQueries({ queryKey: workflowKeys.all });
}

/** Start reading a list that is about to be shown, or what of it is out of date. Settles once that is done, or failed. */
export function prefetchList<Item extends Listed>(
  client: QueryClient,
  api: Api,
  filter: ListFilter,
  shape: ListShape<Item>,
): Promise<void> {
  const query = workflowListQuery(api, filter, shape);
  if (client.getQueryState(query.queryKey)?.isInvalidated) {
    cut(client, query.queryKey);
    void client.invalidateQueries({ queryKey: query.queryKey, refetchType: "none" });
  }
  return client.prefetchInfiniteQuery(query);
}

function cut(client: QueryClient, queryKey: QueryKey): void {
  client.setQueryData<InfiniteData<unknown>>(queryKey, (data) =>
    !data || data.pages.length <= pagesReadAgain
      ? data
      : { pages: data.pages.slice(0, pagesReadAgain), pageParams: data.pageParams.slice(0, pagesReadAgain) },
  );
}
