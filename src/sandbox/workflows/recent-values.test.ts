import { describe, expect, it } from "vitest";
import { createRecentValues } from "./recent-values.ts";

/** Room for 10 bytes, filled with values of so many bytes each. */
function filled(...sizes: readonly [string, number][]) {
  const values = createRecentValues<string, string>(10);
  for (const [key, bytes] of sizes) values.keep(key, key.toUpperCase(), bytes);
  const found = (...keys: string[]) => keys.filter((key) => values.find(key) === key.toUpperCase());
  return { values, found };
}

describe("recent values", () => {
  it("are all there as long as they find room", () => {
    expect(filled(["a", 4], ["b", 6]).found("a", "b", "c")).toEqual(["a", "b"]);
  });

  it("give way to newer ones, the least recently used first", () => {
    const { values, found } = filled(["a", 4], ["b", 4]);
    values.find("a");
    values.keep("c", "C", 4);
    expect(found("a", "b", "c")).toEqual(["a", "c"]);
  });

  it("take the room of one value only when it is kept again", () => {
    expect(filled(["a", 4], ["b", 4], ["b", 6]).found("a", "b")).toEqual(["a", "b"]);
  });

  it("do not hold what is larger than all the room", () => {
    expect(filled(["a", 4], ["b", 11]).found("a", "b")).toEqual([]);
  });

  it("leave all the room when they are cleared", () => {
    const { values, found } = filled(["a", 6], ["b", 4]);
    values.clear();
    expect(found("a", "b")).toEqual([]);
    values.keep("c", "C", 10);
    expect(found("c")).toEqual(["c"]);
  });
});
