import { useEffect, useRef } from "react";
import { readPlace, writePlace } from "./saved-place.ts";

/** How long the list has to stand still before its place is written down. */
const restMs = 200;

/** Where a list was left, and what keeps that up to date: once it stands still and when it is left, never per frame. */
export function usePlace(key: string): { startPx: () => number; keepPlace: (offsetPx: number) => void } {
  const last = useRef<number>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = () => {
    clearTimeout(timer.current);
    if (last.current !== undefined) writePlace(key, last.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: written down when this list is left.
  useEffect(() => {
    last.current = undefined;
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [key]);
  return {
    startPx: () => readPlace(key),
    keepPlace: (offsetPx) => {
      last.current = offsetPx;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, restMs);
    },
  };
}
