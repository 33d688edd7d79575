import { availableParallelism } from "node:os";

/** One processor stays free for answers; the thread pool behind sharp has four threads. */
const laneCount = Math.min(4, Math.max(1, availableParallelism() - 1));
const lanes: { waiting: number; last: Promise<unknown> }[] = Array.from({ length: laneCount }, () => ({
  waiting: 0,
  last: Promise.resolve(),
}));

/**
 * Do work that takes a processor for a while, as soon as one is free for it. More pictures at once are not done sooner
 * and hold up the answers. The work must not wait for other work that is done in turn.
 */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const lane = lanes.reduce((best, other) => (other.waiting < best.waiting ? other : best));
  lane.waiting += 1;
  const turn = lane.last.then(work);
  lane.last = turn
    .catch(() => {
      // Whoever asked for the work hears of it.
    })
    .finally(() => {
      lane.waiting -= 1;
    });
  return turn;
}
