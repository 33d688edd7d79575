import { prefetchList } from "#dashboard/api/list-queries.ts";
import { listRows } from "#dashboard/api/list-row.ts";
import { readActiveConnection } from "#dashboard/features/connections/connection-store.ts";
import { type ListSearch, readListSearch, toListFilter } from "#dashboard/features/workflow-list/list-search.ts";
import { defaultSearch, keepViewsBy } from "#dashboard/features/workflow-list/saved-views.ts";
import { readHideMature } from "./hide-mature.ts";
import { parseSearch } from "./search-params.ts";
import { openWorkspace } from "./workspace.ts";

/*
 * The first request of a visit that begins with the list. It goes out as soon as this module is run, before the rest of
 * the code; the screen then finds the rows in the cache, or waits for the same request.
 */

/** A frame without rows is not drawn before that: it would be drawn a second time with them, a moment later. */
const waitMs = 100;

// Before anything asks for a view: this is where a visit begins.
keepViewsBy(() => readActiveConnection().id);

const search = wantedList();
const rows = search && readRows(search);

/** Settles once the rows are there, or can be waited for no longer. */
export const firstRequest: Promise<unknown> = Promise.race([
  rows,
  new Promise((resolve) => setTimeout(resolve, waitMs)),
]);

function readRows(search: ListSearch): Promise<void> {
  const { queryClient, api } = openWorkspace(readActiveConnection(), readHideMature());
  return prefetchList(queryClient, api, toListFilter(search), listRows);
}

/** The filter of the list that the address leads to; `undefined` when it leads elsewhere. */
function wantedList(): ListSearch | undefined {
  if (location.pathname === "/") return defaultSearch();
  return location.pathname === "/workflows" ? readListSearch(parseSearch(location.search)) : undefined;
}
