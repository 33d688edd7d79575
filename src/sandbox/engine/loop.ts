import type { Services } from "../services.ts";
import type { Started } from "./tick.ts";

/** Work that goes on by itself in real time. */
export type Loop = {
  /** Look for due work soon; many calls are one look. */
  wake(): void;
  /** Take up nothing new, and wait for the handlers that are at work. */
  stop(): Promise<void>;
};

/** One kind of work that comes due by the clock: steps, callbacks. */
export type DueWork = {
  /** Take up what is due. Returns at once. */
  start(): Started;
  /** The instant after `now` at which the next is due. */
  nextDueAfter(now: number): number | undefined;
};

/** The longest time that a timer can be set to, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/** Start to take up what is due: now, and whenever the clock comes to what is due next. */
export function startLoop({ clock }: Pick<Services, "clock">, kinds: readonly DueWork[]): Loop {
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
    const now = clock.now();
    const started = kinds.map((kind) => kind.start());
    for (const handler of started.flatMap((one) => one.handlers)) {
      handlers.add(handler);
      void handler.finally(() => handlers.delete(handler));
    }
    // What moved may have let other steps become due.
    if (started.some(({ moved }) => moved > 0)) {
      wake();
      return;
    }
    const next = Math.min(...kinds.map((kind) => kind.nextDueAfter(now) ?? Number.POSITIVE_INFINITY));
    if (next !== Number.POSITIVE_INFINITY) timer = setTimeout(wake, Math.min(next - now, longestTimerMs));
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
