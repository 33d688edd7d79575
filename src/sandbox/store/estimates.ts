/** About how many rows there are of many kinds: good enough to choose by, and cheap where there are many. */
export type Estimates = {
  /** The number of rows of the key where they are fewer than the limit; else a number that was right a while ago. */
  count(key: string, limit: number, countUpTo: (upTo: number) => number): number;
};

/** A number that is large is not counted again for so many questions, and not further than so many rows. */
const questionsBetween = 500;
const countedUpTo = 50_000;
const maxKept = 5_000;

export function createEstimates(): Estimates {
  const kept = new Map<string, { count: number; questions: number }>();
  return {
    count(key, limit, countUpTo) {
      const known = kept.get(key);
      if (known && known.count >= limit && known.questions < questionsBetween) {
        known.questions += 1;
        return known.count;
      }
      const few = countUpTo(limit);
      kept.delete(key);
      if (few < limit) return few;
      if (kept.size >= maxKept) kept.clear();
      const count = countUpTo(countedUpTo);
      kept.set(key, { count, questions: 0 });
      return count;
    },
  };
}
