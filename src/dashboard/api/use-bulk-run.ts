import { useEffect, useRef, useState } from "react";
import { type BulkEntry, runBulk } from "./bulk-run.ts";

export type BulkState<Item, Value> = {
  /** What is known so far, in the order of the items; `undefined` before a run. */
  entries: readonly BulkEntry<Item, Value>[] | undefined;
  total: number;
  isRunning: boolean;
  /** `before`: what earlier runs did, to stand on the same receipt. */
  start: (
    items: readonly Item[],
    act: (item: Item) => Promise<Value>,
    before?: readonly BulkEntry<Item, Value>[],
  ) => void;
  /** Finish what is under way, and leave the rest. */
  stop: () => void;
  /** Put the receipt away. */
  clear: () => void;
};

/** Thousands of outcomes a minute are drawn ten times a second. */
const tellMs = 100;

/** A bulk action of this screen: started once at a time, stopped by hand or when the screen is left. */
export function useBulkRun<Item, Value>(onEnd?: () => void): BulkState<Item, Value> {
  const [entries, setEntries] = useState<readonly BulkEntry<Item, Value>[]>();
  const [total, setTotal] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const stopper = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);

  const start: (...wish: Parameters<BulkState<Item, Value>["start"]>) => Promise<void> = async (
    items,
    act,
    before = [],
  ) => {
    // Two presses may come before anything is drawn again.
    if (stopper.current) return;
    const control = new AbortController();
    stopper.current = control;
    const known = [...before];
    const tell = telling(() => setEntries([...known]));
    setEntries(before);
    setTotal(before.length + items.length);
    setRunning(true);
    await runBulk({
      items,
      act,
      stop: control.signal,
      onOutcome: (entry) => {
        known.push(entry);
        tell.soon();
      },
    });
    tell.now();
    stopper.current = undefined;
    setRunning(false);
    onEnd?.();
  };

  return {
    entries,
    total,
    isRunning,
    start: (...wish) => void start(...wish),
    stop: () => stopper.current?.abort(),
    clear: () => setEntries(undefined),
  };
}

/** Calls something at most every 100 ms, the last call included. */
function telling(tell: () => void): { soon: () => void; now: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    tell();
  };
  const soon = () => {
    timer ??= setTimeout(now, tellMs);
  };
  return { now, soon };
}
