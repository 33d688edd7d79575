import { useEffect, useState } from "react";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { countNumber } from "#dashboard/display/words.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";

export type ListEndProps = {
  rows: readonly unknown[];
  hasMore: boolean;
  isLoadingMore: boolean;
  moreError: Error | null;
  onLoadMore: () => void;
  /** How many workflows the server gave for the rows. */
  lookedAt: number;
};

/** So many are looked at for rows that hardly come, before the operator is asked whether to go on. */
const lookedAtOnce = 10_000;
/** A list of which one workflow in so many matches is no long search. */
const lookedAtPerRow = 20;

/** What stands below the last row, and what loads the next ones once the end is near. */
export function ListEnd(props: ListEndProps & { isNear: boolean }) {
  const { rows, hasMore, isLoadingMore, moreError, onLoadMore, lookedAt, isNear } = props;
  const [allowed, allow] = useState(lookedAtOnce);
  const isLongSearch = hasMore && !isLoadingMore && lookedAt > rows.length * lookedAtPerRow + allowed;
  const goesOn = isNear && hasMore && !isLoadingMore && !moreError && !isLongSearch;
  // Also after a page that brought nothing: the one after it may.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was looked at grows with each page.
  useEffect(() => {
    if (goesOn) onLoadMore();
  }, [goesOn, lookedAt]);
  return (
    <div className="sticky left-0 px-4 py-2">
      {isLoadingMore ? <RowSkeletons count={2} /> : null}
      {moreError ? (
        <ProblemAlert problem={toApiProblem(moreError)} what="The rows below were not read." onRetry={onLoadMore} />
      ) : null}
      {isLongSearch ? (
        <p className="flex flex-wrap items-center gap-3 py-2 text-sm">
          {countNumber(lookedAt)} workflows were looked at, and {countNumber(rows.length)} of them match.
          <Button size="sm" onClick={() => allow(lookedAt + lookedAtOnce)}>
            Look at {countNumber(lookedAtOnce)} more
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** Where rows will be, in their final height. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons have nothing but their place.
        <div key={index} className="flex h-[84px] items-center gap-4 border-border border-b px-4 sm:h-10">
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
