import { printedText, printForGood } from "./printed.ts";
import type { WorkflowAnswer } from "./view.ts";

/** A page of a list as it is answered. The last one has no `next`. */
export type Page = { items: WorkflowAnswer[]; next?: string };

/**
 * Pages as they were answered before: whoever watches a list at rest asks for the same ones again and again. They are
 * found only as long as nothing at all was written to the file since.
 */
export type PageCache = {
  find(key: string): Page | undefined;
  keep(key: string, page: Page): void;
};

const maxBytes = 8_000_000;

/** `writes`: another one after every write to the file; nothing while what is read may still be undone. */
export function createPageCache(writes: () => string | undefined): PageCache {
  // In the order of use, the least recent first.
  const kept = new Map<string, { page: Page; size: number }>();
  let bytes = 0;
  let keptSince: string | undefined;

  /** Forget what is older than the last write. Answers whether something may be kept or found now. */
  function isUpToDate(): boolean {
    const now = writes();
    if (now === undefined) return false;
    if (now !== keptSince) {
      kept.clear();
      bytes = 0;
      keptSince = now;
    }
    return true;
  }

  function drop(key: string): void {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }

  return {
    find(key) {
      const found = isUpToDate() ? kept.get(key) : undefined;
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.page;
    },
    keep(key, page) {
      // A workflow was printed for good only where time changes nothing of it.
      if (!page.items.every((item) => printedText(item)) || !isUpToDate()) return;
      drop(key);
      const size = printForGood(page);
      kept.set(key, { page, size });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}
