import { createContext, useContext, useEffect, useRef, useState } from "react";

/** Above this no picture can be made out anyway, in px per ms: four screens a second. */
const fastPxPerMs = 4;
const restMs = 120;

const FastScroll = createContext(false);
export const FastScrollProvider = FastScroll.Provider;

/** Whether a list rushes by. `follow`: to be told each offset, in px. */
export function useFastScroll(): { isFast: boolean; follow: (offsetPx: number) => void } {
  const [isFast, setFast] = useState(false);
  const last = useRef({ offsetPx: 0, at: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    isFast,
    follow: (offsetPx) => {
      const at = performance.now();
      const { current: before } = last;
      last.current = { offsetPx, at };
      if (Math.abs(offsetPx - before.offsetPx) < fastPxPerMs * (at - before.at)) return;
      setFast(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setFast(false), restMs);
    },
  };
}

/**
 * Whether a row may load its pictures: not while it rushes by, or a drag through a long list asks for thousands. What
 * is loaded once stays while the row does.
 */
export function useMayLoad(id: string): boolean {
  const isFast = useContext(FastScroll);
  const [calmId, keep] = useState(isFast ? undefined : id);
  if (!isFast && calmId !== id) keep(id);
  return !isFast || calmId === id;
}
