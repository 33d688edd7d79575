import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { panBy, type Spot, type View, wholeView, zoomAt } from "./zoom.ts";

/** Zooming by wheel, pinch and double press, and panning by drag, on one stage. */
export type Zoom = {
  view: View;
  stage: (element: HTMLElement | null) => void;
  /** From the middle, for buttons and keys. */
  magnify: (factor: number) => void;
  reset: () => void;
  pointers: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: (event: PointerEvent) => void;
    onPointerCancel: (event: PointerEvent) => void;
    onDoubleClick: (event: { clientX: number; clientY: number }) => void;
  };
};

const nearScale = 2.5;

export function useZoom(): Zoom {
  const [view, setView] = useState(wholeView);
  const [element, stage] = useState<HTMLElement | null>(null);
  const touching = useRef(new Map<number, Spot>());
  const size = () => ({ x: element?.clientWidth ?? 0, y: element?.clientHeight ?? 0 });
  const fromMiddle = (x: number, y: number): Spot => {
    const box = element?.getBoundingClientRect();
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x: 0, y: 0 };
  };
  const zoom = (factor: number, at: Spot) => setView((before) => zoomAt(before, factor, at, size()));
  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), fromMiddle(event.clientX, event.clientY));
  });
  useEffect(() => {
    // React's own wheel listeners are passive: the page would scroll, and a pinch on a touchpad would enlarge it all.
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  }, [element]);

  const lift = (event: PointerEvent) => void touching.current.delete(event.pointerId);
  return {
    view,
    stage,
    magnify: (factor) => zoom(factor, { x: 0, y: 0 }),
    reset: () => setView(wholeView),
    pointers: {
      onPointerDown: (event) => {
        touching.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (view.scale > 1 || touching.current.size > 1) event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        const before = touching.current.get(event.pointerId);
        if (!before) return;
        const now = { x: event.clientX, y: event.clientY };
        const other = [...touching.current].find(([id]) => id !== event.pointerId)?.[1];
        touching.current.set(event.pointerId, now);
        if (!other) return setView((last) => panBy(last, { x: now.x - before.x, y: now.y - before.y }, size()));
        const spread = (spot: Spot) => Math.max(1, Math.hypot(spot.x - other.x, spot.y - other.y));
        zoom(spread(now) / spread(before), fromMiddle((now.x + other.x) / 2, (now.y + other.y) / 2));
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      onDoubleClick: ({ clientX, clientY }) =>
        view.scale > 1 ? setView(wholeView) : zoom(nearScale, fromMiddle(clientX, clientY)),
    },
  };
}
