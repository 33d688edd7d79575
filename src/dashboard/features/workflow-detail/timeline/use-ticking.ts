import { useEffect, useState } from "react";

const tickMs = 1_000;

/** The time in milliseconds since 1970; ticks every second while something goes on that is looked at. */
export function useTicking(isLive: boolean): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isLive) return;
    setNow(Date.now());
    const timer = setInterval(() => document.visibilityState === "visible" && setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isLive]);
  return nowMs;
}
