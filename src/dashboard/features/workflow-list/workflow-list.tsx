import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { toApiProblem } from "#dashboard/api/api-problem.ts";
import { ProblemAlert } from "#dashboard/display/problem-alert.tsx";
import { Skeleton } from "#dashboard/ui/skeleton.tsx";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import type { Selection } from "#dashboard/ui/use-selection.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { readPlace, writePlace } from "./saved-place.ts";
import { ColumnNames, WorkflowRow } from "./workflow-row.tsx";

export type WorkflowListProps = {
  rows: readonly Workflow[];
  hideMature: boolean;
  /** Names the list as it is filtered: its place is kept under it. */
  placeKey: string;
  hasMore: boolean;
  isLoadingMore: boolean;
  moreError: Error | null;
  onLoadMore: () => void;
  selection: Selection;
  /** In place of the names of the columns while rows are selected. */
  bulkBar: ReactNode;
};

const rowPx = { wide: 40, card: 84 };
/** How many rows before the end the next page is asked for. */
const loadAheadRows = 15;

/** The rows, of which only those in sight are drawn. J and K move the focus through them, so that Enter opens. */
export function WorkflowList({
  rows,
  hideMature,
  placeKey,
  hasMore,
  isLoadingMore,
  moreError,
  onLoadMore,
  selection,
  bulkBar,
}: WorkflowListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const isCard = useIsNarrow();
  const heightPx = isCard ? rowPx.card : rowPx.wide;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heightPx,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialOffset: () => readPlace(placeKey),
  });
  const items = virtualizer.getVirtualItems();

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the height of a row changes.
  useEffect(() => virtualizer.measure(), [heightPx]);

  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - loadAheadRows && hasMore && !isLoadingMore && !moreError) onLoadMore();
  }, [last, rows.length, hasMore, isLoadingMore, moreError, onLoadMore]);

  // A row that is out of sight is drawn only after the list has scrolled to it: the focus waits for that.
  const wanted = useRef<number>(undefined);
  const focusWanted = () => {
    const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    link?.focus({ preventScroll: true });
    if (link) wanted.current = undefined;
  };
  useEffect(focusWanted);
  const go = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, current + by));
    wanted.current = next;
    setCurrent(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    focusWanted();
  };
  useHotkey("j", () => go(1));
  useHotkey("k", () => go(-1));
  useHotkey("x", () => {
    const id = rows[current]?.id;
    if (id) selection.toggle(id);
  });
  const toggle = useStable((id: string, isReach: boolean) => (isReach ? selection.reachTo(id) : selection.toggle(id)));

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {selection.ids.size > 0 ? bulkBar : <ColumnNames />}
      <div
        ref={scroller}
        onScroll={(event) => writePlace(placeKey, event.currentTarget.scrollTop)}
        className="min-h-0 flex-1 overflow-auto"
      >
        <ol aria-label="Workflows" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, key, start, size }) => {
            const workflow = rows[index];
            return workflow ? (
              <li
                key={key}
                data-index={index}
                onFocus={() => setCurrent(index)}
                className="absolute inset-x-0 top-0"
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <WorkflowRow
                  workflow={workflow}
                  hideMature={hideMature}
                  isCurrent={index === current}
                  isSelected={selection.ids.has(workflow.id ?? "")}
                  onToggle={toggle}
                />
              </li>
            ) : null;
          })}
        </ol>
        <div className="px-4 py-2">
          {isLoadingMore ? <RowSkeletons count={2} /> : null}
          {moreError ? (
            <ProblemAlert problem={toApiProblem(moreError)} what="The rows below were not read." onRetry={onLoadMore} />
          ) : null}
        </div>
      </div>
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
          <Skeleton className="h-4 w-24" />
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  );
}

/** Whether the screen is under 640 px wide, where rows are cards. */
function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.innerWidth < 640);
  useEffect(() => {
    const listen = () => setNarrow(window.innerWidth < 640);
    window.addEventListener("resize", listen);
    return () => window.removeEventListener("resize", listen);
  }, []);
  return isNarrow;
}
