/*
 * Tags that were seen on a connection, kept in this browser, so that a filter can name one that no loaded row has.
 */

const prefix = "baton.tags.";
const keptAtMost = 500;

/** How many rows have each tag. */
export function countTags(rows: readonly { tags: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of rows) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

/** The tags seen before on a connection, those seen last first. */
export function readSeenTags(connectionId: string): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(prefix + connectionId) ?? "[]");
    return Array.isArray(read) ? read.filter((tag): tag is string => typeof tag === "string") : [];
  } catch {
    return [];
  }
}

/** Remember tags as seen; the ones that were not seen for longest are forgotten. */
export function rememberTags(connectionId: string, tags: Iterable<string>): void {
  const kept = [...new Set([...tags, ...readSeenTags(connectionId)])].slice(0, keptAtMost);
  try {
    localStorage.setItem(prefix + connectionId, JSON.stringify(kept));
  } catch {
    // A full or forbidden storage costs suggestions and nothing else.
  }
}

/** What to offer: tags of the loaded rows, the frequent ones first, then those seen before. */
export function suggestTags(counts: ReadonlyMap<string, number>, seen: readonly string[]): string[] {
  const loaded = [...counts].toSorted(([tag, count], [other, less]) => less - count || tag.localeCompare(other));
  return [...loaded.map(([tag]) => tag), ...seen.filter((tag) => !counts.has(tag))];
}
