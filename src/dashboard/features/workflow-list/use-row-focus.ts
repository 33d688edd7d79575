import { type RefObject, useLayoutEffect, useRef } from "react";
import type { ListRow } from "#dashboard/api/list-row.ts";

/**
 * The focus within a list whose elements are drawn for one row after another. It belongs to a row: where the rows move,
 * it moves with its own, and it leaves an element that is drawn for another, so that Enter never opens what nobody
 * chose. `focusRow` waits for a row that is not drawn yet.
 */
export function useRowFocus(scroller: RefObject<HTMLElement | null>, rows: readonly ListRow[]) {
  const wanted = useRef<number>(undefined);
  const focusedId = useRef<string>(undefined);
  const linkAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
  const focusWanted = () => {
    const link = wanted.current === undefined ? undefined : linkAt(wanted.current);
    link?.focus({ preventScroll: true });
    if (link) wanted.current = undefined;
  };
  useLayoutEffect(() => {
    const { activeElement } = document;
    const item = activeElement?.closest<HTMLElement>("[data-index]");
    if (activeElement instanceof HTMLElement && item && scroller.current?.contains(item)) {
      const row = rows[Number(item.dataset.index)];
      if (row && row.id !== focusedId.current) {
        const drawn = [...scroller.current.querySelectorAll<HTMLElement>("[data-index]")];
        const own = drawn.find(({ dataset }) => rows[Number(dataset.index)]?.id === focusedId.current);
        activeElement.blur();
        own?.querySelector<HTMLElement>(activeElement.tagName.toLowerCase())?.focus({ preventScroll: true });
      }
    }
    focusWanted();
  });
  return {
    focusRow: (index: number) => {
      wanted.current = index;
      focusWanted();
    },
    /** To be told which row got the focus. */
    noteFocus: (index: number) => {
      focusedId.current = rows[index]?.id;
    },
  };
}
