import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { bringUpToDate, freshOf } from "./merge-head.ts";

const aWorkflow = (id: string, minute: number, status: Workflow["status"] = "succeeded"): Workflow => ({
  id,
  createdAt: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`,
  status,
  steps: [],
});
const ids = (workflows: readonly Workflow[]) => workflows.map(({ id }) => id);
const loaded = [aWorkflow("c", 3, "processing"), aWorkflow("b", 2), aWorkflow("a", 1, "processing")];

describe("bringUpToDate", () => {
  const pages = [
    { items: loaded.slice(0, 2), lookedAt: 2, next: "2" },
    { items: loaded.slice(2), lookedAt: 1 },
  ];

  it("replaces what changed where it stands, and leaves out what is not loaded", () => {
    const [first, second] = bringUpToDate(pages, [aWorkflow("c", 3, "failed"), aWorkflow("d", 4)]);
    expect(first?.items.map(({ id, status }) => [id, status])).toEqual([
      ["c", "failed"],
      ["b", "succeeded"],
    ]);
    expect(first?.next).toBe("2");
    expect(second).toBe(pages[1]);
  });

  it("answers the very same pages when nothing changed, so that nothing is drawn again", () => {
    expect(bringUpToDate(pages, structuredClone(loaded))).toBe(pages);
  });

  it("keeps of a known item what the shape says", () => {
    const keep = (older: Workflow, newer: Workflow) => ({ ...newer, status: older.status });
    expect(bringUpToDate(pages, [aWorkflow("c", 3, "failed")], { keep })).toBe(pages);
  });

  it("drops what is gone", () => {
    const left = bringUpToDate(pages, [], { gone: new Set(["b"]) });
    expect(left.map(({ items }) => ids(items))).toEqual([["c"], ["a"]]);
  });
});

describe("freshOf", () => {
  it("tells what is new above the rows", () => {
    expect(ids(freshOf(loaded, [aWorkflow("d", 4), ...loaded], false))).toEqual(["d"]);
  });

  it("does not call an old workflow new that came into the list because another one left it", () => {
    expect(freshOf(loaded, [aWorkflow("0", 0)], false)).toEqual([]);
  });

  it("tells what is older too, where the rows are all there are and older ones may come to belong to them", () => {
    expect(ids(freshOf(loaded, [...loaded, aWorkflow("0", 0)], false, true))).toEqual(["0"]);
  });

  it("finds nothing new above a list that starts with the oldest", () => {
    expect(freshOf(loaded, [aWorkflow("d", 4)], true)).toEqual([]);
  });
});
