import { useEffect, useRef, useState } from "react";

/** Reading that takes a while: what is being done in words, and how to stop it. */
export type Stoppable = { words: string; onStop: () => void };

export type StoppableControl = { signal: AbortSignal; say: (words: string) => void };

/** One piece of work at a time that says how far it is, and is stopped by hand or when the screen is left. */
export function useStoppable(): {
  current: Stoppable | undefined;
  run: (words: string, work: (control: StoppableControl) => Promise<void>) => Promise<void>;
} {
  const [words, say] = useState<string>();
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
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
