import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { isTerminal } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { getWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { everything, type ListFilter, releasable } from "./list-filter.ts";
import { type ListCapabilities, readListPage } from "./list-pages.ts";
import { workflowPollMs } from "./polling.ts";
import { knownCapabilities } from "./server-document.ts";

/** Keys from general to special: all workflows, all lists, one list; all details, one detail. */
export const workflowKeys = {
  all: ["workflows"] as const,
  lists: () => [...workflowKeys.all, "list"] as const,
  list: (api: Api, filter: ListFilter) => [...workflowKeys.lists(), api.hideMature, filter] as const,
  head: (api: Api, filter: ListFilter) => [...workflowKeys.all, "head", api.hideMature, filter] as const,
  deskCounts: () => [...workflowKeys.all, "desk count"] as const,
  detail: (id: string) => [...workflowKeys.all, "detail", id] as const,
  one: (api: Api, id: string) => [...workflowKeys.detail(id), api.hideMature] as const,
};

/** What the server can filter. Nobody waits for its document where the filter asks for nothing of the kind. */
export function capabilitiesFor(
  api: Api,
  filter: ListFilter,
  client: QueryClient,
): ListCapabilities | Promise<ListCapabilities> {
  const isAsked = filter.statuses.length > 0 || filter.excludeTags.length > 0;
  return isAsked ? knownCapabilities(api, client) : { filtersStatus: false, excludesTags: false };
}

/** The newest workflows of a filter. */
function listHeadQuery(api: Api, filter: ListFilter) {
  return queryOptions({
    queryKey: workflowKeys.head(api, filter),
    queryFn: async ({ signal, client }) =>
      readListPage(api, filter, await capabilitiesFor(api, filter, client), undefined, signal),
    staleTime: 0,
  });
}

/** Many rows a page, for sums over all of them. */
const sumRows = 200;

/** The workflows of a filter in large pages, to be added up. Read anew after a minute. */
export function workflowSumsQuery(api: Api, filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: [...workflowKeys.all, "sums", api.hideMature, filter] as const,
    queryFn: async ({ pageParam, signal, client }) =>
      readListPage(api, filter, await capabilitiesFor(api, filter, client), pageParam, signal, sumRows),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });
}

/** What of the newest 200 workflows can be released: for a hint, for one request every other minute. */
export function deskCountQuery(api: Api) {
  return queryOptions({
    queryKey: [...workflowKeys.deskCounts(), api.hideMature] as const,
    queryFn: async ({ signal, client }) => {
      const capabilities = await capabilitiesFor(api, releasable, client);
      return readListPage(api, releasable, capabilities, undefined, signal, sumRows, 1);
    },
    staleTime: 60_000,
    refetchInterval: 120_000,
  });
}

/** The tags of the newest workflows, for suggestions. */
export function recentTagsQuery(api: Api) {
  return queryOptions({
    ...listHeadQuery(api, everything),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ items }) => [...new Set(items.flatMap(({ tags }) => tags ?? []))].toSorted(),
  });
}

/** Some workflows by their ids, and which of them are gone. One that could not be read now is in neither. */
export function someWorkflowsQuery(api: Api, ids: readonly string[]) {
  return queryOptions({
    queryKey: [...workflowKeys.all, "some", api.hideMature, ids] as const,
    queryFn: async ({ signal }) => {
      const read = await Promise.allSettled(ids.map((id) => readWorkflow(api, id, signal)));
      return {
        workflows: read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
        gone: ids.filter((_, index) => isGone(read[index])),
      };
    },
    gcTime: 0,
  });
}

/** Whether a read found that there is no such workflow any more; any other failure says nothing about it. */
export function isGone(read: PromiseSettledResult<unknown> | undefined): boolean {
  return read?.status === "rejected" && read.reason instanceof ApiProblem && read.reason.status === 404;
}

/** One workflow, read again until it is over: after 2, 5, 10, 15, then every 30 s. */
export function workflowQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: workflowKeys.one(api, id),
    queryFn: ({ signal }) => readWorkflow(api, id, signal),
    staleTime: 1_000,
    refetchInterval: ({ state }) =>
      state.data && !isTerminal(state.data.status) ? workflowPollMs(state.dataUpdateCount) : false,
  });
}

/** How long a wait for a change lasts, in seconds; progress in between is as old as that at most. */
const changeWaitSeconds = 10;

/**
 * Waits for the next change of a running workflow, again and again, and puts what came where `workflowQuery` is read.
 * For servers that know `until=change`.
 */
export function workflowChangeQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...workflowKeys.all, "change", id, api.hideMature] as const,
    queryFn: async ({ signal, client }) => {
      const query = { wait: changeWaitSeconds, until: "change" } as const;
      const { body } = await api.call(getWorkflow, { params: { workflowId: id }, query, signal });
      client.setQueryData(workflowQuery(api, id).queryKey, body);
      return body.status;
    },
    refetchInterval: ({ state }) => (state.status === "error" ? workflowPollMs(1) : 1),
    gcTime: 0,
  });
}

/** Read a workflow once. */
export async function readWorkflow(api: Api, id: string, signal?: AbortSignal): Promise<Workflow> {
  const { body } = await api.call(getWorkflow, { params: { workflowId: id }, ...(signal ? { signal } : {}) });
  return body;
}
