import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { mergeHead } from "./merge-head.ts";

const aWorkflow = (id: string, minute: number, status: Workflow["status"] = "succeeded"): Workflow => ({
  id,
  createdAt: `2026-11-24T10:${String(minute).padStart(2, "0")}:00Z`,
  status,
  steps: [],
});
const ids = (workflows: readonly Workflow[]) => workflows.map(({ id }) => id);

describe("mergeHead", () => {
  const loaded = [aWorkflow("c", 3, "processing"), aWorkflow("b", 2), aWorkflow("a", 1, "processing")];

  it("brings known rows up to date where they stand", () => {
    const { rows, fresh } = mergeHead(loaded, [aWorkflow("c", 3, "failed")], [aWorkflow("a", 1)], false);
    expect(ids(rows)).toEqual(["c", "b", "a"]);
    expect(rows.map(({ status }) => status)).toEqual(["failed", "succeeded", "succeeded"]);
    expect(fresh).toEqual([]);
  });

  it("keeps what is new apart, so that nothing that is being read moves", () => {
    const { rows, fresh } = mergeHead(loaded, [aWorkflow("d", 4), ...loaded], [], false);
    expect(ids(rows)).toEqual(["c", "b", "a"]);
    expect(ids(fresh)).toEqual(["d"]);
  });

  it("does not call an old workflow new that came into the list because another one left it", () => {
    expect(mergeHead(loaded, [aWorkflow("0", 0)], [], false).fresh).toEqual([]);
  });

  it("finds nothing new above a list that starts with the oldest", () => {
    expect(mergeHead(loaded, [aWorkflow("d", 4)], [], true).fresh).toEqual([]);
  });
});
