import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Coins } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { recentTagsQuery, workflowSumsQuery } from "#dashboard/api/workflow-queries.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { countNumber, countOf } from "#dashboard/display/words.ts";
import { SpendReport } from "#dashboard/features/spend/spend-report.tsx";
import { DateFilter } from "#dashboard/features/workflow-list/date-filter.tsx";
import { isFiltering, type ListSearch, toListFilter } from "#dashboard/features/workflow-list/list-search.ts";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { EmptyState } from "#dashboard/ui/empty-state.tsx";
import { linkLook } from "#dashboard/ui/link-look.ts";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { TagsField } from "#dashboard/ui/tags-field.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import { useTitle } from "#dashboard/ui/use-title.ts";

const route = getRouteApi("/spend");
const noTags: readonly string[] = [];

/** How many workflows are read before the operator is asked whether to go on. */
const readAtMost = 2_000;

/** Where the Buzz went. */
export function SpendPage() {
  useTitle("Spend");
  const api = useApi();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useMemo(() => toListFilter(search), [search]);
  const list = useInfiniteQuery(workflowSumsQuery(api, filter));
  const { data: knownTags = noTags } = useQuery(recentTagsQuery(api));
  const workflows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const [readUpTo, readOn] = useState(readAtMost);
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError && workflows.length < readUpTo;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  const tags = useRef<HTMLSpanElement>(null);
  useHotkey("/", () => tags.current?.querySelector("input")?.focus());
  const change = (members: Pick<ListSearch, "tags"> | { from: string | undefined; to: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...members }), replace: true });

  return (
    <div className="flex w-full flex-col gap-4 p-4 sm:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-semibold text-xl">Spend</h1>
        <DateFilter search={search} onChange={({ from, to }) => change({ from, to })} />
        <span ref={tags} className="w-64 max-w-full">
          <TagsField
            aria-label="Tags"
            values={search.tags ?? []}
            onValuesChange={(tags) => change({ tags })}
            suggestions={knownTags}
            maxCount={10}
            placeholder="Has all of these tags"
          />
        </span>
        <p role="status" className="text-muted text-sm">
          {list.isPending || (list.error && workflows.length === 0)
            ? ""
            : `From ${countOf(workflows.length, "workflow")}${hasNextPage ? " so far" : ""}`}
        </p>
      </div>
      {hasNextPage && !isFetchNextPageError && workflows.length >= readUpTo ? (
        <Alert
          tone="warning"
          title="These sums are not whole"
          action={
            <Button size="sm" isBusy={isFetchingNextPage} onClick={() => readOn(workflows.length + readAtMost)}>
              Read {countNumber(readAtMost)} more
            </Button>
          }
        >
          They are of the newest {countNumber(workflows.length)} workflows; there are older ones.
        </Alert>
      ) : null}
      {list.error ? (
        <ProblemAlert
          problem={toApiProblem(list.error)}
          what={
            isFetchNextPageError
              ? "Not all workflows were read, so these sums are not whole."
              : workflows.length > 0
                ? "The workflows were not read again, so these sums may be old."
                : "The workflows were not read."
          }
          onRetry={() => void (isFetchNextPageError ? fetchNextPage() : list.refetch())}
        />
      ) : null}
      {list.isPending ? (
        <div role="status" aria-label="Reading the workflows" className="flex flex-col gap-4">
          <Skeleton className="h-56 w-full" />
          <Skeleton className="h-64 w-full" />
        </div>
      ) : workflows.length === 0 && !list.error ? (
        <EmptyState
          icon={<Coins />}
          title="Nothing was spent here"
          action={
            isFiltering(search) ? (
              <Button onClick={() => void navigate({ search: {}, replace: true })}>Clear the filters</Button>
            ) : (
              <Link to="/workflows/new" className={linkLook}>
                Compose a chain
              </Link>
            )
          }
        >
          {isFiltering(search)
            ? "No workflow fits the dates and tags."
            : "What your workflows cost shows here, from their own transactions."}
        </EmptyState>
      ) : workflows.length > 0 ? (
        <SpendReport workflows={workflows} isWhole={!hasNextPage} />
      ) : null}
    </div>
  );
}
