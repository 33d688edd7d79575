import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";
import type { Selection } from "#dashboard/ui/use-selection.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { columnsToDraw, gridTracks, leastWidthPx } from "./columns.ts";
import { ListEnd, type ListEndProps } from "./list-end.tsx";
import { rowPx, useListLook } from "./list-look.ts";
import { FastScrollProvider, useFastScroll } from "./use-fast-scroll.ts";
import { useListSize } from "./use-list-size.ts";
import { usePlace } from "./use-place.ts";
import { ColumnNames, WorkflowRow } from "./workflow-row.tsx";

export type WorkflowListProps = ListEndProps & {
  rows: readonly ListRow[];
  hideMature: boolean;
  /** Names the list as it is filtered: its place is kept under it. */
  placeKey: string;
  /** How often new rows were put on top: the list then shows them. */
  timesShownFresh: number;
  selection: Selection;
  /** In place of the names of the columns while rows are selected. */
  bulkBar: ReactNode;
  onReadAgain: (id: string) => void;
};

const cardPx = 84;
const headerPx = 32;
/** How many rows before the end the next page is asked for. */
const loadAheadRows = 20;

/** The rows, of which only those in sight are drawn. J and K move the focus through them, X selects, Enter opens. */
export function WorkflowList(props: WorkflowListProps) {
  const { rows, hideMature, placeKey, timesShownFresh, selection, bulkBar, onReadAgain } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const { hidden, density } = useListLook();
  const { widthPx, shape } = useListSize(scroller);
  const columns = useStableList(columnsToDraw(hidden, widthPx, shape !== "table"));
  const isSticky = shape === "scrolled" && leastWidthPx(columns) > widthPx;
  const hasHeader = shape !== "cards" && selection.ids.size === 0;
  const heightPx = shape === "cards" ? cardPx : rowPx[density];
  const { startPx, keepPlace } = usePlace(placeKey);
  const { isFast, follow } = useFastScroll();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => heightPx, [heightPx]),
    overscan: 5,
    // The same function for the same rows, or all of them are measured again at every drawing.
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    initialOffset: startPx,
    scrollPaddingStart: hasHeader ? headerPx : 0,
  });
  const items = virtualizer.getVirtualItems();

  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the height of a row changes.
  useEffect(() => virtualizer.measure(), [heightPx]);

  useEffect(() => {
    if (timesShownFresh > 0) scroller.current?.scrollTo({ top: 0 });
  }, [timesShownFresh]);

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
  const toggle = useStable((id: string, isReach: boolean) => (isReach ? selection.reachTo(id) : selection.toggle(id)));
  const toggleCurrent = (isReach: boolean) => {
    const id = rows[current]?.id;
    if (id) toggle(id, isReach);
  };
  useHotkey("x", () => toggleCurrent(false));
  useHotkey("shift+x", () => toggleCurrent(true));
  const readAgain = useStable(onReadAgain);
  const openPressed = useOpenPressed(rows);
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
        }}
        className={`min-h-0 flex-1 overflow-y-auto ${isSticky ? "overflow-x-auto" : "overflow-x-hidden"}`}
      >
        {hasHeader ? <ColumnNames columns={columns} isSticky={isSticky} /> : null}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the link in each row. */}
        <ol
          aria-label="Workflows"
          className="relative min-w-(--least)"
          style={{ height: virtualizer.getTotalSize() }}
          onClick={openPressed}
        >
          <FastScrollProvider value={isFast}>
            {items.map(({ index, key, start, size }) => {
              const row = rows[index];
              return row ? (
                <li
                  key={key}
                  data-index={index}
                  onFocus={() => setCurrent(index)}
                  className="absolute inset-x-0 top-0"
                  style={{ height: size, transform: `translateY(${start}px)` }}
                >
                  <WorkflowRow
                    row={row}
                    columns={columns}
                    hideMature={hideMature}
                    isCurrent={index === current}
                    isSelected={selection.ids.has(row.id)}
                    isSticky={isSticky}
                    onToggle={toggle}
                    onReadAgain={readAgain}
                  />
                </li>
              ) : null;
            })}
          </FastScrollProvider>
        </ol>
        <ListEnd {...props} isNear={(items.at(-1)?.index ?? -1) >= rows.length - loadAheadRows} />
      </div>
    </div>
  );
}

/** Where the link does not cover the row, a press beside everything else opens it as well. */
function useOpenPressed(rows: readonly ListRow[]): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return ({ target }) => {
    if (!(target instanceof Element) || target.closest("a, button, label, input")) return;
    const index = target.closest<HTMLElement>("[data-index]")?.dataset.index;
    const row = index === undefined ? undefined : rows[Number(index)];
    if (row) void navigate({ to: "/workflows/$workflowId", params: { workflowId: row.id } });
  };
}

/** The same list while its items are the same: rows are drawn again when it changes. */
function useStableList<Item>(list: readonly Item[]): readonly Item[] {
  const [kept, keep] = useState(list);
  const isSame = kept.length === list.length && kept.every((item, index) => item === list[index]);
  if (isSame) return kept;
  keep(list);
  return list;
}
