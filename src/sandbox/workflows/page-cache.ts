import { printedText, printForGood } from "./printed.ts";
import { createRecentValues } from "./recent-values.ts";
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
  const kept = createRecentValues<string, Page>(maxBytes);
  let keptSince: string | undefined;

  /** Forget what is older than the last write. Answers whether something may be kept or found now. */
  function isUpToDate(): boolean {
    const now = writes();
    if (now === undefined) return false;
    if (now !== keptSince) {
      kept.clear();
      keptSince = now;
    }
    return true;
  }

  return {
    find: (key) => (isUpToDate() ? kept.find(key) : undefined),
    keep(key, page) {
      // A workflow was printed for good only where time changes nothing of it.
      if (!page.items.every((item) => printedText(item)) || !isUpToDate()) return;
      kept.keep(key, page, printForGood(page));
    },
  };
}
