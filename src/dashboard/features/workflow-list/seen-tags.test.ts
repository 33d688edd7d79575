// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { countTags, readSeenTags, rememberTags, suggestTags } from "./seen-tags.ts";

beforeEach(() => localStorage.clear());

describe("tags to suggest", () => {
  it("are those of the loaded rows by their number, then those seen before", () => {
    const counts = countTags([{ tags: ["ink", "hero"] }, { tags: ["ink"] }, { tags: ["alpha"] }, { tags: [] }]);
    expect(Object.fromEntries(counts)).toEqual({ ink: 2, hero: 1, alpha: 1 });
    expect(suggestTags(counts, ["old", "ink"])).toEqual(["ink", "alpha", "hero", "old"]);
  });

  it("are remembered per connection, the latest first, 500 of them", () => {
    rememberTags("one", ["a", "b"]);
    rememberTags("one", ["c", "a"]);
    expect(readSeenTags("one")).toEqual(["c", "a", "b"]);
    expect(readSeenTags("other")).toEqual([]);
    rememberTags(
      "one",
      Array.from({ length: 600 }, (_, index) => `tag ${index}`),
    );
    expect(readSeenTags("one")).toHaveLength(500);
  });

  it("are none where something else is kept under their name", () => {
    localStorage.setItem("baton.tags.one", "{");
    expect(readSeenTags("one")).toEqual([]);
    localStorage.setItem("baton.tags.one", '[1, "a"]');
    expect(readSeenTags("one")).toEqual(["a"]);
  });
});
