import { describe, expect, it } from "vitest";
import { readScenario, textsIn } from "./scenarios.ts";

describe("readScenario", () => {
  it("finds nothing in an ordinary text", () => {
    const none = { fail: false, failOnce: false, slow: false, partial: false, expire: false };
    expect(readScenario(["a fox, failing to be slow"])).toEqual(none);
  });

  it("tells [fail-once] from [fail]", () => {
    expect(readScenario(["[fail-once]"])).toMatchObject({ fail: false, failOnce: true });
    expect(readScenario(["[FAIL]"])).toMatchObject({ fail: true, failOnce: false });
  });

  it("reads the reason of a block", () => {
    expect(readScenario(["a fox [blocked:Copyright]"]).blocked).toBe("Copyright");
    expect(readScenario(["[blocked:  Copyright claim ]"]).blocked).toBe("Copyright claim");
    expect(readScenario(["[blocked:]"]).blocked).toBeUndefined();
    expect(readScenario(["[blocked: ]", "[blocked:Copyright]"]).blocked).toBe("Copyright");
  });

  it("holds nobody up with a word that does not end, however long it is", () => {
    // Read by a pattern that goes back, this takes longer than a test may.
    const { blocked } = readScenario([`[blocked:${" ".repeat(10_000)}`, "[blocked:".repeat(10_000)]);
    expect(blocked).toBeUndefined();
  });
});

describe("textsIn", () => {
  it("finds texts at any depth", () => {
    expect(textsIn({ a: "one", b: [{ c: "two" }, 3, null] })).toEqual(["one", "two"]);
  });

  it("does not read files", () => {
    expect(textsIn(["data:image/png;base64,AAAA", "A".repeat(5000)])).toEqual([]);
  });
});
