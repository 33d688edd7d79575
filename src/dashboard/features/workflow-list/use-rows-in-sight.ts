import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * A row that is drawn: its place in the list, the slot, which is drawn again for another row when this one leaves, and
 * whether it is one of those beyond the ends of what is in sight.
 */
export type DrawnRow = { index: number; slot: number; isBeyond: boolean };

export type RowsInSightOptions = {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  /** All rows are as high: nothing is measured. */
  rowPx: number;
  /** What is in sight of the list. */
  boxPx: number;
  /** Of the names of the columns, which stand above the rows. */
  headerPx: number;
  startPx: () => number;
};

/** Rows drawn beyond each end of what is in sight. */
const overscan = 4;
/** How long the list has to stand still before its rows are put in order. */
const restMs = 150;

/**
 * Which rows of a long list are drawn. Rows that come into sight take the elements of those that left it: text changes,
 * and nothing is made or thrown away. While the list is scrolled, no element moves in the document; once it rests, they
 * stand there in the order of the list, for Tab and for screen readers.
 */
export function useRowsInSight({ scroller, count, rowPx, boxPx, headerPx, startPx }: RowsInSightOptions) {
  const [topPx, setTop] = useState(startPx);
  const [restFrom, setRestFrom] = useState(() => firstDrawn(startPx(), rowPx));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const slots = Math.ceil(boxPx / rowPx) + 1 + 2 * overscan;
  const from = Math.min(firstDrawn(topPx, rowPx), Math.max(0, count - slots));
  const to = Math.min(count, Math.floor(topPx / rowPx) + slots - overscan);
  const rows: DrawnRow[] = [];
  const lastPx = topPx + boxPx;
  for (let index = from; index < to; index += 1) {
    const isBeyond = (index + 1) * rowPx <= topPx || index * rowPx > lastPx;
    rows.push({ index, slot: index % slots, isBeyond });
  }
  const placeOf = ({ index }: DrawnRow) => (((index - restFrom) % slots) + slots) % slots;
  return {
    rows: rows.sort((one, other) => placeOf(one) - placeOf(other)),
    /** The last row that is drawn; -1 when there is none. */
    last: to - 1,
    heightPx: count * rowPx,
    /** To be told how far the list is scrolled. */
    follow: (scrolledPx: number) => {
      // Whole rows: what is drawn does not change in between.
      const next = Math.max(0, Math.floor(scrolledPx / rowPx) * rowPx);
      setTop(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setRestFrom(firstDrawn(next, rowPx)), restMs);
    },
    /** Scroll no further than a row needs to be wholly in sight. */
    reveal: (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const leastPx = headerPx + (index + 1) * rowPx - box.clientHeight;
      const scrolledPx = Math.min(index * rowPx, Math.max(leastPx, box.scrollTop));
      if (scrolledPx !== box.scrollTop) box.scrollTop = scrolledPx;
    },
  };
}

function firstDrawn(topPx: number, rowPx: number): number {
  return Math.max(0, Math.floor(topPx / rowPx) - overscan);
}
