import { randomFrom, seedFrom } from "../random.ts";

/** How often a delivery is tried before it is given up. */
export const maxTries = 12;

/** The wait after the first failure, in milliseconds; it doubles with each further one. */
const firstWaitMs = 1_000;
const longestWaitMs = 10 * 60_000;

/**
 * How long to wait after so many failures, in milliseconds of the clock: doubled each time, of which the last half is
 * left to chance, so that what failed together does not come back together. All tries together take about 20 minutes.
 */
export function retryWaitMs(deliverySeq: number, failures: number): number {
  const wholeMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
  const chance = randomFrom(seedFrom(deliverySeq, failures))();
  return Math.round(wholeMs * (0.5 + chance / 2));
}
