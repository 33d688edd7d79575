import type { Services } from "../services.ts";
import { startDue } from "./tick.ts";

/** Work that goes on by itself in real time. */
export type Loop = {
  /** Look for due work soon; many calls are one look. */
  wake(): void;
  /** Take up nothing new, and wait for the handlers that are at work. */
  stop(): Promise<void>;
};

/** The longest time that a timer can be set to, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/** Start to take up what is due: now, and whenever the clock comes to the next due step. */
export function startLoop(services: Services): Loop {
  const handlers = new Set<Promise<void>>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let isWoken = false;

  function wake(): void {
    if (isStopped || isWoken) return;
    isWoken = true;
    setImmediate(look);
  }

  function look(): void {
    isWoken = false;
    if (isStopped) return;
    clearTimeout(timer);
    // Read before the look: what comes due during it is taken up by the timer, and not passed over.
    const now = services.clock.now();
    const started = startDue(services);
    for (const handler of started.handlers) {
      handlers.add(handler);
      void handler.finally(() => handlers.delete(handler));
    }
    // What moved may have let other steps become due.
    if (started.moved > 0) {
      wake();
      return;
    }
    const next = services.store.steps.nextDueAfter(now);
    if (next !== undefined) timer = setTimeout(wake, Math.min(next - now, longestTimerMs));
  }

  wake();
  return {
    wake,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await Promise.all(handlers);
    },
  };
}
