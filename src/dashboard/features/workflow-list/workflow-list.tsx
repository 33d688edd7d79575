import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { useNow } from "#dashboard/display/now.ts";
import { afterPaint } from "#dashboard/ui/after-paint.ts";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import type { Selection } from "#dashboard/ui/use-selection.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { type ColumnId, columnsToDraw, gridTracks, leastWidthPx } from "./columns.ts";
import { ListEnd, type ListEndProps } from "./list-end.tsx";
import { rowPx, useListLook } from "./list-look.ts";
import { FastScrollProvider, useFastScroll } from "./use-fast-scroll.ts";
import { type ListSize, useListSize } from "./use-list-size.ts";
import { useOpenRow } from "./use-open-row.ts";
import { usePlace } from "./use-place.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useRowsInSight } from "./use-rows-in-sight.ts";
import { ColumnNames, WorkflowRow } from "./workflow-row.tsx";

export type WorkflowListProps = ListEndProps & {
  rows: readonly ListRow[];
  hideMature: boolean;
  /** Names the list as the rows are filtered: its place is kept under it. */
  placeKey: string;
  /** The rows are those of an earlier filter, until the ones that are wanted are read. */
  isEarlier: boolean;
  /** How often new rows were put on top: the list then shows them. */
  timesShownFresh: number;
  selection: Selection;
  /** In place of the names of the columns while rows are selected. */
  bulkBar: ReactNode;
  onReadAgain: (id: string) => void;
};

const noRows: readonly ListRow[] = [];
const cardPx = 84;
const headerPx = 32;
/** Rows of another filter are dimmed where the answer takes longer, or each press would flicker. */
const noticedMs = 150;
/** How many rows before the end the next page is asked for. */
const loadAheadRows = 20;

/** The rows, of which only those in sight are drawn. J and K move the focus through them, X selects, Enter opens. */
export function WorkflowList(props: WorkflowListProps) {
  const { rows, hideMature, placeKey, isEarlier, timesShownFresh, selection, bulkBar, onReadAgain } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const nowMs = useNow();
  const { hidden, density } = useListLook();
  const size = useListSize(scroller, (one) => JSON.stringify([one.shape, columnsFor(hidden, one)]));
  const { heightPx: boxPx, shape } = size;
  const drawn = columnsFor(hidden, size);
  const columns = useStableList(drawn.columns);
  const { isSticky } = drawn;
  const hasHeader = shape !== "cards" && selection.ids.size === 0;
  const heightPx = shape === "cards" ? cardPx : rowPx[density];
  const { startPx, keepPlace } = usePlace(placeKey);
  const { isFast, follow } = useFastScroll();
  const inSight = useRowsInSight({
    scroller,
    count: rows.length,
    rowPx: heightPx,
    boxPx,
    headerPx: hasHeader ? headerPx : 0,
    startPx,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins where it was left.
  useLayoutEffect(() => {
    setCurrent(-1);
    scroller.current?.scrollTo({ top: startPx() });
  }, [placeKey]);
  useEffect(() => {
    if (timesShownFresh > 0) scroller.current?.scrollTo({ top: 0 });
  }, [timesShownFresh]);

  // Nobody sees what is beyond the ends of the list: those rows are drawn once the others are painted.
  const [laterRows, showLater] = useState(noRows);
  useEffect(() => afterPaint(() => showLater(rows)), [rows]);

  const isSlow = useIsSlow(isEarlier);

  const { focusRow, noteFocus } = useRowFocus(scroller, rows);
  const go = (by: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, current + by));
    setCurrent(next);
    inSight.reveal(next);
    focusRow(next);
  };
  useHotkey("j", () => go(1));
  useHotkey("k", () => go(-1));
  const toggle = useStable((id: string, isReach: boolean) => (isReach ? selection.reachTo(id) : selection.toggle(id)));
  const toggleCurrent = (isReach: boolean) => {
    const id = rows[current]?.id;
    if (id) toggle(id, isReach);
  };
  useHotkey("x", () => toggleCurrent(false));
  useHotkey("shift+x", () => toggleCurrent(true));
  const readAgain = useStable(onReadAgain);
  const opening = useOpenRow(rows);
  const focus = useStable((index: number) => {
    noteFocus(index);
    setCurrent(index);
  });
  const tracks: CSSProperties = {
    "--tracks": gridTracks(columns),
    "--least": isSticky ? `${leastWidthPx(columns)}px` : "0px",
  } as CSSProperties; // React's type knows no custom properties.

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {selection.ids.size > 0 ? bulkBar : null}
      <div
        ref={scroller}
        style={tracks}
        onScroll={({ currentTarget: { scrollTop } }) => {
          keepPlace(scrollTop);
          follow(scrollTop);
          inSight.follow(scrollTop);
        }}
        className={`min-h-0 flex-1 overflow-y-auto ${isSticky ? "overflow-x-auto" : "overflow-x-hidden"}`}
      >
        {hasHeader ? <ColumnNames columns={columns} isSticky={isSticky} /> : null}
        <ol
          aria-label="Workflows"
          aria-busy={isEarlier}
          className={`relative min-w-(--least) ${isSlow ? "opacity-60 transition-opacity duration-150" : ""}`}
          style={{ height: inSight.heightPx }}
          {...opening}
        >
          <FastScrollProvider value={isFast}>
            {inSight.rows.map(({ index, slot, isBeyond }) => {
              const row = isBeyond ? laterRows[index] : rows[index];
              return row ? (
                <WorkflowRow
                  key={slot}
                  row={row}
                  index={index}
                  heightPx={heightPx}
                  nowMs={nowMs}
                  columns={columns}
                  hideMature={hideMature}
                  isPassing={isFast && isBeyond}
                  isCurrent={index === current}
                  isSelected={selection.ids.has(row.id)}
                  isSticky={isSticky}
                  onFocus={focus}
                  onToggle={toggle}
                  onReadAgain={readAgain}
                />
              ) : null;
            })}
          </FastScrollProvider>
        </ol>
        <ListEnd {...props} isNear={!isEarlier && inSight.last >= rows.length - 1 - loadAheadRows} />
      </div>
    </div>
  );
}

/**
 * Whether something has been waited for long enough to be noticed. By a timer and not by a transition with a delay: that
 * would have the browser prepare for it, and paint the whole list anew, at each press on a filter.
 */
function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  if (isSlow && !isWaiting) setSlow(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(true), noticedMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isSlow;
}

/** The columns that there is room for, and whether the first of them stays while the others are scrolled sideways. */
function columnsFor(hidden: readonly ColumnId[], { widthPx, shape }: ListSize) {
  const columns = columnsToDraw(hidden, widthPx, shape !== "table");
  return { columns, isSticky: shape === "scrolled" && leastWidthPx(columns) > widthPx };
}

/** The same list while its items are the same: rows are drawn again when it changes. */
function useStableList<Item>(list: readonly Item[]): readonly Item[] {
  const [kept, keep] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, index) => item === list[index]);
  if (isSame) return kept;
  keep(list);
  return list;
}
