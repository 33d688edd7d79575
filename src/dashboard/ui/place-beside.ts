export type Side = "top" | "bottom";
export type Align = "start" | "center" | "end";

const gapPx = 4;
const edgePx = 8;

/** Put a floating element beside its anchor, flipped and shifted to stay inside the window; follows until called off. */
export function placeBeside(floating: HTMLElement, anchor: Element, side: Side, align: Align): () => void {
  const place = () => {
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = floating;
    const room = { top: at.top - gapPx - edgePx, bottom: window.innerHeight - at.bottom - gapPx - edgePx };
    const other = side === "top" ? "bottom" : "top";
    const chosen = room[side] < height && room[other] > room[side] ? other : side;
    const top = chosen === "top" ? at.top - gapPx - height : at.bottom + gapPx;
    const left = { start: at.left, center: at.left + (at.width - width) / 2, end: at.right - width }[align];
    floating.style.top = `${clamp(top, window.innerHeight - height - edgePx)}px`;
    floating.style.left = `${clamp(left, window.innerWidth - width - edgePx)}px`;
  };
  place();
  // Capture, because a scroll of an inner area does not bubble.
  window.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  const resized = typeof ResizeObserver === "function" ? new ResizeObserver(place) : undefined;
  resized?.observe(floating);
  return () => {
    window.removeEventListener("scroll", place, { capture: true });
    window.removeEventListener("resize", place);
    resized?.disconnect();
  };
}

function clamp(value: number, most: number): number {
  return Math.max(edgePx, Math.min(value, most));
}
