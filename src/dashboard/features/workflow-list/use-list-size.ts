import { type RefObject, useLayoutEffect, useState } from "react";
import { afterPaint } from "#dashboard/ui/after-paint.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";

/** How large the list is, and as what it is drawn: cards under 640 px of screen, a table scrolled sideways under 900. */
export type ListSize = { widthPx: number; heightPx: number; shape: "cards" | "scrolled" | "table" };

/** A little more than stands above the list: until it is measured, about as many rows are drawn as will be seen. */
const frameHeightPx = 160;

/**
 * The size of the list's box, now and when it changes. `looksOf` tells what is drawn for a size besides the number of
 * rows: where that was guessed right, as it is nearly always, the measured size waits until the rows are painted.
 */
export function useListSize(box: RefObject<HTMLElement | null>, looksOf: (size: ListSize) => string): ListSize {
  const [size, setSize] = useState<ListSize>(() => ({
    widthPx: window.innerWidth,
    heightPx: Math.max(0, window.innerHeight - frameHeightPx),
    shape: shapeOf(),
  }));
  const take = useStable((next: ListSize) => {
    if (size.widthPx === next.widthPx && size.heightPx === next.heightPx && size.shape === next.shape) return;
    if (looksOf(size) === looksOf(next)) return afterPaint(() => setSize(next));
    setSize(next);
  });
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    let callOff: (() => void) | undefined;
    const measure = () => {
      callOff?.();
      callOff = take({ widthPx: current.clientWidth, heightPx: current.clientHeight, shape: shapeOf() });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      callOff?.();
      observer.disconnect();
    };
  }, [box, take]);
  return size;
}

function shapeOf(): ListSize["shape"] {
  if (window.innerWidth < 640) return "cards";
  return window.innerWidth < 900 ? "scrolled" : "table";
}
