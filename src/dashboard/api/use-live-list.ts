import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import type { ListFilter } from "#dashboard/api/list-filter.ts";
import type { ListPage } from "#dashboard/api/list-pages.ts";
import { listPollMs, listPollMsFor } from "#dashboard/api/polling.ts";
import { activeRowsQuery, listHeadQuery, workflowListQuery } from "#dashboard/api/workflow-queries.ts";
import { mergeHead } from "./merge-head.ts";

/** Active rows that are read one by one besides the first page. */
const watchedAtMost = 20;

/**
 * A list that lives: its rows up to date and in place, and what is new kept apart until it is asked for. `isPaused`:
 * while rows are selected, nothing changes under the hand.
 */
export function useLiveList(filter: ListFilter, isPaused = false) {
  const api = useApi();
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(workflowListQuery(api, filter));
  const loaded = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);

  const head = useQuery({
    ...listHeadQuery(api, filter),
    enabled: list.isSuccess && !isPaused,
    refetchInterval: listPollMsFor(loaded),
    refetchOnMount: false,
    // The list itself was read a moment ago: the first look for news can wait for the first interval.
    initialData: () => list.data?.pages[0],
    initialDataUpdatedAt: () => list.dataUpdatedAt,
    staleTime: listPollMs.active,
  });
  const newest = head.data?.items ?? [];
  const inHead = useMemo(() => new Set(newest.map(({ id }) => id)), [newest]);
  const watched = loaded
    .filter(({ id, status }) => id && !isTerminal(status) && !inHead.has(id))
    .slice(0, watchedAtMost);
  const active = useQuery({
    ...activeRowsQuery(
      api,
      watched.flatMap(({ id }) => (id ? [id] : [])),
    ),
    enabled: watched.length > 0 && !isPaused,
    refetchInterval: listPollMs.active,
  });

  const merged = useMemo(
    () => mergeHead(loaded, newest, active.data ?? [], filter.ascending),
    [loaded, newest, active.data, filter.ascending],
  );
  const showFresh = () =>
    queryClient.setQueryData(workflowListQuery(api, filter).queryKey, (data) => withFresh(data, merged.fresh));

  return {
    ...merged,
    showFresh,
    isLoading: list.isPending,
    error: list.isLoadingError ? list.error : null,
    /** The next page could not be read; what is there stays. */
    moreError: list.isFetchNextPageError ? list.error : null,
    /** Looking for news failed; what is shown may be old. */
    isStale: head.isError,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
    lookedAt: list.data?.pages.reduce((sum, page) => sum + page.lookedAt, 0) ?? 0,
  };
}

/** The list with the fresh workflows on top of its first page. */
function withFresh(
  data: InfiniteData<ListPage, unknown> | undefined,
  fresh: readonly Workflow[],
): InfiniteData<ListPage, unknown> | undefined {
  const [first, ...others] = data?.pages ?? [];
  if (!data || !first) return data;
  return { ...data, pages: [{ ...first, items: [...fresh, ...first.items] }, ...others] };
}
