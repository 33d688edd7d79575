import type { SandboxClock } from "#contract/control-operations.ts";
import { toIso } from "../clock.ts";
import type { Services } from "../services.ts";

/** The sandbox's time as its controls tell it. */
export function readClock({ clock, pace }: Services): SandboxClock {
  return { now: toIso(clock.now()), aheadSeconds: pace.aheadMs() / 1000, speed: pace.speed };
}

/** Put the clock ahead, and change how fast work goes that begins from now on. What comes due is taken up at once. */
export function changeClock({ pace, wake }: Services, change: { advanceSeconds?: number; speed?: number }): void {
  if (change.speed !== undefined) pace.speed = change.speed;
  if (change.advanceSeconds !== undefined) pace.moveAhead(change.advanceSeconds * 1000);
  wake();
}
