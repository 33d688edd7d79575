import { describe, expect, it } from "vitest";
import type { DraftStep } from "./chain.ts";
import { chainThreads, laneCount } from "./chain-threads.ts";

/** A step that takes a value from each of the others. */
const aStep = (name: string, ...sources: string[]): DraftStep => ({
  ...{ key: name, type: "echo", name, parked: {} },
  input: { values: sources.map((source) => ({ $ref: source, path: "output.text" })) },
});

describe("the threads of a chain", () => {
  it("lead from a step past others to the one that uses it", () => {
    const threads = chainThreads([aStep("a"), aStep("b"), aStep("c", "a")]);
    expect(threads.map(({ parts }) => parts)).toEqual([
      [{ lane: 0, up: false, down: true, end: "source" }],
      [{ lane: 0, up: true, down: true }],
      [{ lane: 0, up: true, down: false, end: "from-above" }],
    ]);
    expect(threads[2]?.lanes).toEqual({ a: 0 });
  });

  it("are one for all that use the same step, and two where they only meet", () => {
    const threads = chainThreads([aStep("a"), aStep("b", "a"), aStep("c", "a", "b")]);
    expect(threads.map(({ parts }) => parts.length)).toEqual([1, 2, 2]);
    expect(threads[2]?.lanes).toEqual({ a: 1, b: 0 });
  });

  it("lead up where a step refers to a later one", () => {
    const threads = chainThreads([aStep("a", "b"), aStep("b")]);
    expect(threads.map(({ parts }) => parts[0]?.end)).toEqual(["from-below", "source"]);
  });

  it("are none for what names no step, or itself", () => {
    expect(chainThreads([aStep("a", "gone", "a")])).toEqual([{ parts: [], lanes: {} }]);
  });

  it("never share a place, and are left out where no lane is free", () => {
    const names = Array.from({ length: laneCount + 2 }, (_, index) => `s${index}`);
    const threads = chainThreads([
      ...names.map((name) => aStep(name)),
      ...names.map((name) => aStep(`use ${name}`, name)),
    ]);
    for (const { parts } of threads) {
      expect(new Set(parts.map(({ lane }) => lane)).size).toBe(parts.length);
      expect(parts.length).toBeLessThanOrEqual(laneCount);
    }
    expect(threads.filter(({ lanes }) => Object.keys(lanes).length > 0)).toHaveLength(laneCount);
  });
});
