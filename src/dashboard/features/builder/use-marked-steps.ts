import { useState } from "react";
import type { DraftStep } from "./chain.ts";

/** The steps that are marked to be copied, duplicated or deleted together, in the order of the chain. */
export function useMarkedSteps(steps: readonly DraftStep[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const marked = steps.filter(({ key }) => keys.has(key));
  return {
    marked,
    /** The same set while no mark changes. It may still hold steps that are gone. */
    keys,
    set: setKeys,
    clear: () => setKeys(new Set()),
    /** Mark or unmark one; the one that the form shows is marked along with the first. */
    toggle: (key: string, current: string | undefined) => {
      const next = new Set(keys.size === 0 && current !== undefined && current !== key ? [current] : keys);
      if (!next.delete(key)) next.add(key);
      setKeys(next);
    },
    /** Mark everything from the one that the form shows to another. */
    reachTo: (key: string, current: string | undefined) => {
      const ends = [key, current].map((one) => steps.findIndex((step) => step.key === one)).filter((at) => at !== -1);
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      setKeys(new Set(steps.slice(from, to + 1).map((step) => step.key)));
    },
  };
}
