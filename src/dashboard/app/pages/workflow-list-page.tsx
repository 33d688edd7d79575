import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { Inbox, Plus, SearchX } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { isTerminal } from "#contract/status.ts";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { accountKey } from "#dashboard/api/balance-query.ts";
import { readWorkflowsAgain } from "#dashboard/api/list-queries.ts";
import { listRows } from "#dashboard/api/list-row.ts";
import { capabilitiesQuery } from "#dashboard/api/server-document.ts";
import { useBulkRun } from "#dashboard/api/use-bulk-run.ts";
import { useLiveList } from "#dashboard/api/use-live-list.ts";
import { MayBeOld, NewOnes } from "#dashboard/display/list-news.tsx";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { faviconOfList } from "#dashboard/display/status-favicon.ts";
import { countNumber, countOf } from "#dashboard/display/words.ts";
import type { BulkKind } from "#dashboard/features/bulk-actions/bulk-plan.ts";
import type { ReleaseResult } from "#dashboard/features/release/release-many.ts";
import { FilterBar } from "#dashboard/features/workflow-list/filter-bar.tsx";
import { RowSkeletons } from "#dashboard/features/workflow-list/list-end.tsx";
import { isFiltering, type ListSearch, toListFilter } from "#dashboard/features/workflow-list/list-search.ts";
import { LookMenu } from "#dashboard/features/workflow-list/look-menu.tsx";
import { ViewsMenu } from "#dashboard/features/workflow-list/views-menu.tsx";
import { WorkflowList } from "#dashboard/features/workflow-list/workflow-list.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { useFavicon } from "#dashboard/ui/use-favicon.ts";
import { useSelection } from "#dashboard/ui/use-selection.ts";
import { useTitle } from "#dashboard/ui/use-title.ts";
import type { BulkItem } from "./list-bulk-doer.ts";

const route = getRouteApi("/workflows");

// Nobody begins with a bulk action: its code comes when rows are selected.
const ListBulkActions = lazyPart(async () => (await import("./list-bulk.tsx")).ListBulkActions);
const ListBulkReceipt = lazyPart(async () => (await import("./list-bulk.tsx")).ListBulkReceipt);

/** All workflows of the connection, filtered by the query string. */
export function WorkflowListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const api = useApi();
  const { hideMature, connection } = api;
  const filter = useMemo(() => toListFilter(search), [search]);
  const [isPaused, pause] = useState(false);
  const list = useLiveList(filter, listRows, isPaused);
  const { isEarlier } = list;
  // Nothing is done to rows of which nobody knows whether they are in the list that was asked for.
  const order = useMemo(() => (isEarlier ? [] : list.rows.map(({ id }) => id)), [isEarlier, list.rows]);
  const selection = useSelection(order);
  if (isPaused !== selection.ids.size > 0) pause(selection.ids.size > 0);
  const [action, setAction] = useState<BulkKind>("delete");
  const queryClient = useQueryClient();
  const bulk = useBulkRun<BulkItem, ReleaseResult | undefined>(() => {
    void readWorkflowsAgain(queryClient);
    void queryClient.invalidateQueries({ queryKey: accountKey });
  });
  const activeCount = useMemo(() => list.rows.filter(({ status }) => !isTerminal(status)).length, [list.rows]);
  useTitle(`Workflows${activeCount > 0 ? ` (${activeCount} active)` : ""}`);
  useFavicon(useMemo(() => faviconOfList(list.rows), [list.rows]));

  const { length: freshCount } = list.fresh;
  const [timesShownFresh, countShownFresh] = useState(0);
  const showFresh = () => {
    list.showFresh();
    countShownFresh((times) => times + 1);
  };
  const wantedKey = JSON.stringify(search);
  const [placeKey, showList] = useState(wantedKey);
  if (placeKey !== wantedKey && !isEarlier) showList(wantedKey);
  const change = (members: Partial<ListSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...members }), replace: true });
  const [turn, countTurn] = useState(0);
  const setAll = (next: ListSearch) => {
    countTurn((times) => times + 1);
    void navigate({ search: next });
  };
  const clear = () => setAll({});

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-3 px-3 pt-3 sm:px-4">
        <h1 className="font-semibold text-lg">Workflows</h1>
        <ViewsMenu
          search={search}
          onOpen={setAll}
          linkOf={(view) => new URL(router.buildLocation({ to: "/workflows", search: view }).href, location.href).href}
        />
        {/* Cards have no columns. */}
        <span className="max-sm:hidden">
          <LookMenu />
        </span>
        <NewOnes count={freshCount} announcement={countOf(freshCount, "new workflow")} onShow={showFresh} />
        <Link
          to="/workflows/new"
          className="ml-auto inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md bg-accent px-3 font-medium text-accent-text text-sm hover:bg-accent-hover"
        >
          <Plus className="size-4" /> New workflow
        </Link>
      </div>
      {bulk.entries ? (
        <Suspense>
          <ListBulkReceipt
            bulk={bulk}
            kind={action}
            onClose={() => {
              bulk.clear();
              selection.clear();
            }}
          />
        </Suspense>
      ) : (
        <>
          <FilterBar
            search={search}
            onChange={change}
            onClear={clear}
            turn={turn}
            rows={list.rows}
            connectionId={connection.id}
            onIntent={() => void queryClient.prefetchQuery(capabilitiesQuery(api))}
            count={sayCount(list)}
          />
          {list.isStale ? <MayBeOld /> : null}
          {list.isLoading ? (
            <div className="border-border border-t bg-surface" role="status" aria-label="Reading the workflows">
              <RowSkeletons count={12} />
            </div>
          ) : list.error ? (
            <div className="p-4">
              <ProblemAlert problem={toApiProblem(list.error)} what="The list was not read." onRetry={list.retry} />
            </div>
          ) : list.rows.length === 0 && !list.hasMore ? (
            <Empty isFiltered={isFiltering(search)} onClear={clear} />
          ) : (
            <div className="flex min-h-0 flex-1 flex-col border-border border-t bg-surface">
              <WorkflowList
                rows={list.rows}
                hideMature={hideMature}
                placeKey={`${api.account} ${placeKey}`}
                isEarlier={isEarlier}
                timesShownFresh={timesShownFresh}
                hasMore={list.hasMore}
                isLoadingMore={list.isLoadingMore}
                moreError={list.moreError}
                onLoadMore={list.loadMore}
                lookedAt={list.lookedAt}
                onReadAgain={list.readAgain}
                selection={selection}
                bulkBar={
                  <Suspense fallback={<div className="h-8" />}>
                    <ListBulkActions
                      rows={list.rows}
                      filter={filter}
                      selection={selection}
                      bulk={bulk}
                      hasMore={list.hasMore}
                      isLoadingMore={list.isLoadingMore}
                      moreError={list.moreError}
                      onLoadMore={list.loadMore}
                      lookedAt={list.lookedAt}
                      onStart={setAction}
                    />
                  </Suspense>
                }
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <EmptyState
      icon={<SearchX />}
      title="No workflow matches"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      None of this account's workflows fits all of the filters.
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Inbox />}
      title="No workflows yet"
      action={
        <Link
          to="/workflows/new"
          className="inline-flex h-8 items-center rounded-md bg-accent px-3 font-medium text-accent-text text-sm"
        >
          Compose the first one
        </Link>
      }
    >
      What you run shows here, newest first, with its status, output and cost.
    </EmptyState>
  );
}

function sayCount({ rows, hasMore, lookedAt, isLoading, isEarlier, error }: ReturnType<typeof useLiveList>): string {
  if (isLoading || isEarlier || error) return "";
  const looked = lookedAt > rows.length ? `, looked at ${countNumber(lookedAt)}` : "";
  return `${countNumber(rows.length)} loaded${hasMore ? ", more below" : ""}${looked}`;
}
