import { describe, expect, it } from "vitest";
import { openStore } from "../store/store.ts";
import { createPageCache } from "./page-cache.ts";
import { printedText, printForGood } from "./printed.ts";
import type { WorkflowAnswer } from "./view.ts";

/** A page as far as the cache looks at it. */
function pageOf(note: string, isForGood = true) {
  // The cache asks no more of a workflow than whether it was printed.
  const item = { metadata: { note } } as unknown as WorkflowAnswer;
  if (isForGood) printForGood(item);
  return { items: [item], next: "after" };
}

function aCache() {
  const store = openStore(":memory:");
  return { store, pages: createPageCache(store.writes) };
}

describe("a page that was answered before", () => {
  it("is the same one again, and printed once", () => {
    const { pages } = aCache();
    const page = pageOf("one");
    pages.keep("first", page);
    expect(pages.find("first")).toBe(page);
    expect(JSON.parse(String(printedText(page)))).toEqual(page);
    expect(pages.find("second")).toBeUndefined();
  });

  it("is forgotten at the next write, whatever is written", () => {
    const { store, pages } = aCache();
    pages.keep("first", pageOf("one"));
    store.meta.write("anything", "else");
    expect(pages.find("first")).toBeUndefined();
  });

  it("is neither kept nor found inside of a transaction, which may be undone", () => {
    const { store, pages } = aCache();
    const before = pageOf("before");
    pages.keep("first", before);
    store.rehearse(() => {
      store.meta.write("anything", "else");
      expect(pages.find("first")).toBeUndefined();
      pages.keep("second", pageOf("undone"));
    });
    expect(pages.find("second")).toBeUndefined();
  });

  it("is not kept where a workflow of it changes with time", () => {
    const { pages } = aCache();
    pages.keep("first", pageOf("under way", false));
    expect(pages.find("first")).toBeUndefined();
  });

  it("makes room for newer ones, the least recently asked for first", () => {
    const { pages } = aCache();
    const large = "x".repeat(3_000_000);
    for (const key of ["first", "second"]) pages.keep(key, pageOf(large));
    pages.find("first");
    pages.keep("third", pageOf(large));
    expect(["first", "second", "third"].map((key) => pages.find(key) !== undefined)).toEqual([true, false, true]);
  });
});
