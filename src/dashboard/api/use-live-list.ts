import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { isTerminal } from "#contract/status.ts";
import { useApi } from "./api.ts";
import type { ListFilter } from "./list-filter.ts";
import type { ListPage } from "./list-pages.ts";
import { liveHeadQuery, liveRowsQuery, updateList, workflowListQuery } from "./list-queries.ts";
import type { Listed, ListShape } from "./list-shape.ts";
import { freshOf } from "./merge-head.ts";
import { listPollMs, listPollMsFor } from "./polling.ts";
import { readWorkflow, workflowKeys } from "./workflow-queries.ts";

/** Active rows that are read one by one besides the first page. */
const watchedAtMost = 10;

/** Where a list's key says whether mature media is hidden. */
const hideMatureAt = workflowKeys.lists().length;

/**
 * A list that lives: its rows up to date and in place, and what is new kept apart until it is asked for. `isPaused`:
 * while rows are selected, nothing changes under the hand.
 */
export function useLiveList<Item extends Listed>(filter: ListFilter, shape: ListShape<Item>, isPaused = false) {
  const api = useApi();
  const queryClient = useQueryClient();
  const query = workflowListQuery(api, filter, shape);
  const list = useInfiniteQuery({
    ...query,
    // The rows of the filter before stay until those of this one are there; never those of the other way to see media.
    placeholderData: (data, before) => (before?.queryKey[hideMatureAt] === api.hideMature ? data : undefined),
    // What could not be read anew after a change is tried again by itself; a further page is when it is asked for.
    refetchInterval: ({ state }) =>
      state.status === "error" && state.data && !state.fetchMeta?.fetchMore && !isPaused ? listPollMs.active : false,
  });
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);

  const isEarlier = list.isPlaceholderData;
  const pollMs = useMemo(() => listPollMsFor(rows), [rows]);
  const head = useQuery({
    ...liveHeadQuery(api, filter, shape),
    // A page further down that could not be read says nothing against those above it.
    enabled: (list.isSuccess || list.isFetchNextPageError) && !isEarlier && !isPaused,
    refetchInterval: pollMs,
    staleTime: listPollMs.active,
    // Nobody knows how much happened while there was no network.
    refetchOnReconnect: "always",
  });
  const newest = head.data?.items;
  const watched = useMemo(() => idsToWatch(rows, newest ?? []), [rows, newest]);
  useQuery({
    ...liveRowsQuery(api, filter, shape, watched),
    enabled: watched.length > 0 && !isEarlier && !isPaused,
    refetchInterval: listPollMs.active,
  });
  // Output of a workflow of yesterday may be withheld only now.
  const mayComeLate = filter.withheldOnly && list.isSuccess && !list.hasNextPage;
  const fresh = useMemo(
    () => (isEarlier ? [] : freshOf(rows, newest ?? [], filter.ascending, mayComeLate)),
    [isEarlier, rows, newest, filter.ascending, mayComeLate],
  );

  return {
    rows,
    fresh,
    showFresh: () => void queryClient.setQueryData(query.queryKey, (data) => withFresh(data, fresh)),
    isLoading: list.isPending || (isEarlier && rows.length === 0),
    /** The rows are those of the filter before: the ones that are wanted are being read. */
    isEarlier,
    error: list.isLoadingError ? list.error : null,
    /** The next page could not be read; what is there stays. */
    moreError: list.isFetchNextPageError ? list.error : null,
    /** Looking for news failed; what is shown may be old. */
    isStale: head.isError || list.isRefetchError,
    hasMore: list.hasNextPage && !isEarlier,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
    lookedAt: list.data?.pages.reduce((sum, page) => sum + page.lookedAt, 0) ?? 0,
    /** Read one row again, such as for links that work. */
    readAgain: async (id: string) =>
      updateList(queryClient, api, filter, { ...shape, keep: undefined }, [shape.of(await readWorkflow(api, id))]),
  };
}

/** Active rows below the first page: the newest of them, since they are the likeliest to change. */
function idsToWatch<Item extends Listed>(rows: readonly Item[], newest: readonly Item[]): string[] {
  const inHead = new Set(newest.map(({ id }) => id));
  const ids: string[] = [];
  for (const { id, status } of rows) {
    if (id && !isTerminal(status) && !inHead.has(id)) ids.push(id);
    if (ids.length === watchedAtMost) break;
  }
  return ids;
}

/** The list with the fresh workflows in its first page: on top, unless they are older than what is there. */
function withFresh<Item extends Listed>(
  data: InfiniteData<ListPage<Item>, unknown> | undefined,
  fresh: readonly Item[],
): InfiniteData<ListPage<Item>, unknown> | undefined {
  const [first, ...others] = data?.pages ?? [];
  if (!data || !first) return data;
  const top = first.items[0]?.createdAt ?? "";
  const isOnTop = fresh.every(({ createdAt }) => createdAt >= top);
  const items = [...fresh, ...first.items];
  const ordered = isOnTop ? items : items.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return { ...data, pages: [{ ...first, items: ordered }, ...others] };
}
