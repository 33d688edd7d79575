import { useCallback, useRef } from "react";

/** Lets a player that is made anew with a fresh link go on where the one before it broke off. */
export function usePlaybackPlace(): (player: HTMLMediaElement | null) => (() => void) | undefined {
  const left = useRef(0);
  return useCallback((player) => {
    if (!player) return undefined;
    if (left.current > 0) player.currentTime = left.current;
    const remember = () => {
      left.current = player.currentTime;
    };
    player.addEventListener("timeupdate", remember);
    return () => player.removeEventListener("timeupdate", remember);
  }, []);
}
