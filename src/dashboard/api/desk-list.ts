import type { QueryClient } from "@tanstack/react-query";
import { isReleasable, type Workflow } from "#contract/workflow.ts";
import type { Api } from "./api.ts";
import { releasable } from "./list-filter.ts";
import type { ListPage } from "./list-pages.ts";
import { liveHeadQuery, updateList } from "./list-queries.ts";
import { wholeWorkflows } from "./list-shape.ts";
import { isGone, readWorkflow, workflowKeys } from "./workflow-queries.ts";

/** The newest of what waits for a release, as the desk's poll has read it last. */
export function deskHeadQuery(api: Api) {
  return liveHeadQuery(api, releasable, wholeWorkflows);
}

/**
 * Which rows of the desk wait for a release no longer, by what is read anyway: the row itself, or the first page of the
 * desk, which looked at everything down to some workflow and names what of it still waits. It costs no request.
 */
export function rowsThatLeft(rows: readonly Workflow[], head: ListPage | undefined): Workflow[] {
  const waiting = new Set(head?.items.map(({ id }) => id));
  const wasLookedAt = ({ createdAt }: Workflow) => {
    if (!head) return false;
    // Of several that were created at the same moment as the last one, some may come after it.
    return head.next === undefined || (head.until !== undefined && createdAt > head.until);
  };
  return rows.filter((row) => !isReleasable(row) || (wasLookedAt(row) && !waiting.has(row.id)));
}

/**
 * Take workflows off the desk, and off the count beside its name, at once: reading all of it again takes a while. Says
 * whether any of them was still on it.
 */
export function takeOffDesk(client: QueryClient, api: Api, ids: ReadonlySet<string>): boolean {
  const isLeft = ({ id }: Workflow) => !ids.has(id ?? "");
  const without = (page: ListPage | undefined) =>
    !page || page.items.every(isLeft) ? page : { ...page, items: page.items.filter(isLeft) };
  client.setQueryData(deskHeadQuery(api).queryKey, without);
  client.setQueriesData<ListPage>({ queryKey: workflowKeys.deskCounts() }, without);
  return updateList(client, api, releasable, wholeWorkflows, [], ids);
}

/** Read a row of the desk again, as it is about to be decided on; `"gone"` when there is no such workflow any more. */
export async function lookAgainAtRow(client: QueryClient, api: Api, id: string): Promise<"gone" | "there" | "unknown"> {
  const [read] = await Promise.allSettled([readWorkflow(api, id)]);
  if (read.status === "rejected") return isGone(read) ? "gone" : "unknown";
  updateList(client, api, releasable, wholeWorkflows, [read.value]);
  return "there";
}
