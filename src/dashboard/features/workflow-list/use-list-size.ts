import { type RefObject, useLayoutEffect, useState } from "react";

/** How large the list is, and as what it is drawn: cards under 640 px of screen, a table scrolled sideways under 900. */
export type ListSize = { widthPx: number; heightPx: number; shape: "cards" | "scrolled" | "table" };

/** About what stands above the list: until it is measured, no more rows are drawn than will be seen. */
const frameHeightPx = 160;

/** The size of the list's box, now and when it changes. */
export function useListSize(box: RefObject<HTMLElement | null>): ListSize {
  const [size, setSize] = useState<ListSize>(() => ({
    widthPx: window.innerWidth,
    heightPx: Math.max(0, window.innerHeight - frameHeightPx),
    shape: shapeOf(),
  }));
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = () => {
      const next = { widthPx: current.clientWidth, heightPx: current.clientHeight, shape: shapeOf() };
      setSize((known) =>
        known.widthPx === next.widthPx && known.heightPx === next.heightPx && known.shape === next.shape ? known : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [box]);
  return size;
}

function shapeOf(): ListSize["shape"] {
  if (window.innerWidth < 640) return "cards";
  return window.innerWidth < 900 ? "scrolled" : "table";
}
