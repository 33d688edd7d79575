import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * A function that stays the same and does what the latest one does: for handlers that go to memoised children. Not to
 * be called while drawing.
 */
export function useStable<Arguments extends unknown[], Result>(
  latest: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const current = useRef(latest);
  useLayoutEffect(() => {
    current.current = latest;
  });
  return useCallback((...args: Arguments) => current.current(...args), []);
}
