/** The only place that knows the time. Milliseconds since 1970; ISO strings on the wire and in the store. */
export type Clock = {
  now(): number;
};

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is moved: for tests, and for demo data that is made in the past. */
export type ManualClock = Clock & {
  /** Move on by so many seconds. */
  advance(seconds: number): void;
  /** Jump to an instant, in milliseconds since 1970. */
  set(instantMs: number): void;
};

/** A manual clock that shows the given instant. */
export function manualClock(start: string | number): ManualClock {
  let instantMs = typeof start === "number" ? start : Date.parse(start);
  return {
    now: () => instantMs,
    advance: (seconds) => {
      instantMs += seconds * 1000;
    },
    set: (next) => {
      instantMs = next;
    },
  };
}

/** A clock that can be put ahead of another one, and never back. */
export type ShiftableClock = Clock & {
  /** How far it is ahead, in milliseconds. */
  aheadMs(): number;
  moveAhead(byMs: number): void;
};

export function shiftableClock(base: Clock, startAheadMs: number): ShiftableClock {
  let aheadMs = startAheadMs;
  return {
    now: () => base.now() + aheadMs,
    aheadMs: () => aheadMs,
    moveAhead: (byMs) => {
      aheadMs += byMs;
    },
  };
}

/** An instant as it stands on the wire: ISO 8601 in UTC. */
export function toIso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}
