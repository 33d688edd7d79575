import { useEffect, useRef, useState } from "react";
import { useApi } from "./api.ts";

/** Reading that takes a while: what is being done in words, and how to stop it. */
export type Stoppable = { words: string; onStop: () => void };

export type StoppableControl = { signal: AbortSignal; say: (words: string) => void };

/**
 * One piece of work at a time that says how far it is, and is stopped by hand, when the screen is left, or when mature
 * media is hidden from now on, or no longer: what was begun before asks for what may not be read any more.
 */
export function useStoppable(): {
  current: Stoppable | undefined;
  run: (words: string, work: (control: StoppableControl) => Promise<void>) => Promise<void>;
} {
  const [words, say] = useState<string>();
  const stopper = useRef<AbortController>(undefined);
  const { hideMature } = useApi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the work belongs to the choice that it was begun under.
  useEffect(() => () => stopper.current?.abort(), [hideMature]);
  return {
    current: words === undefined ? undefined : { words, onStop: () => stopper.current?.abort() },
    run: async (first, work) => {
      // Two presses may come before anything is drawn again.
      if (stopper.current) return;
      const control = new AbortController();
      stopper.current = control;
      say(first);
      try {
        await work({ signal: control.signal, say });
      } finally {
        stopper.current = undefined;
        say(undefined);
      }
    },
  };
}
