/** About how many rows there are of many kinds: good enough to choose by, and cheap where there are many. */
export type Estimates = {
  /** The number of rows of the key where they are fewer than the limit; else a number that was right a while ago. */
  count(key: string, limit: number, countUpTo: (limit: number) => number): number;
};

/** A number that is large is not looked up again for so many questions. */
const questionsBetween = 500;
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
      const count = countUpTo(limit);
      kept.delete(key);
      if (count < limit) return count;
      if (kept.size >= maxKept) kept.clear();
      kept.set(key, { count, questions: 0 });
      return count;
    },
  };
}
