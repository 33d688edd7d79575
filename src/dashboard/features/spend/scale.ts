/** A round number at or above the highest value, and the lines below it: 0, a few steps, the top. */
export type Scale = { top: number; ticks: readonly number[] };

/** Steps of 1, 2 or 5 times a power of ten, four at most, so that the lines read without thinking. Whole Buzz: no step is below 1. */
export function scaleFor(highest: number): Scale {
  const rough = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power * 10;
  const count = Math.max(1, Math.ceil(highest / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
