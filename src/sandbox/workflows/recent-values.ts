/** The values that were used last, as many as find room in so many bytes. */
export type RecentValues<Key, Value> = {
  /** The value of a key, which is now the one that was used last. */
  find(key: Key): Value | undefined;
  /** Keep a value that takes so many bytes, in the place of an older one of its key. */
  keep(key: Key, value: Value, bytes: number): void;
  clear(): void;
};

export function createRecentValues<Key, Value>(maxBytes: number): RecentValues<Key, Value> {
  // In the order of use, the least recent first.
  const kept = new Map<Key, { value: Value; bytes: number }>();
  let sum = 0;

  function drop(key: Key): void {
    sum -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return {
    find(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    keep(key, value, bytes) {
      drop(key);
      kept.set(key, { value, bytes });
      sum += bytes;
      for (const oldest of kept.keys()) {
        if (sum <= maxBytes) break;
        drop(oldest);
      }
    },
    clear() {
      kept.clear();
      sum = 0;
    },
  };
}
