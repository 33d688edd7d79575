import { type Clock, type ShiftableClock, shiftableClock } from "./clock.ts";
import type { MetaStore } from "./store/meta-store.ts";

/** How fast time goes in a sandbox. */
export type Pace = {
  /** 20 = work that begins from now on takes a twentieth of its time. A restart brings the setting back. */
  speed: number;
  /** How far the sandbox's clock is ahead of the machine's, in milliseconds. */
  aheadMs(): number;
  /** Put the clock ahead by so many milliseconds. Kept in the file, or due work would wait for the lost time after a restart. */
  moveAhead(byMs: number): void;
};

const aheadName = "clock-ahead-ms";

/** The clock that a file is worked by, and what moves it. */
export function openPace(meta: MetaStore, base: Clock, speed: number): { clock: ShiftableClock; pace: Pace } {
  const clock = shiftableClock(base, Number(meta.read(aheadName) ?? 0));
  const pace: Pace = {
    speed,
    aheadMs: clock.aheadMs,
    moveAhead(byMs) {
      clock.moveAhead(byMs);
      meta.write(aheadName, String(clock.aheadMs()));
    },
  };
  return { clock, pace };
}
