import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { tabTitle } from "./workflow-title.ts";

const aWorkflow = (members: Partial<Workflow>): Workflow => ({
  ...{ id: "1-2", createdAt: "2026-01-01T00:00:00Z", metadata: { name: "Hero" }, status: "succeeded", steps: [] },
  ...members,
});
const withheld = aWorkflow({
  steps: [
    {
      ...{ $type: "imageGen", name: "a", status: "succeeded" },
      output: { images: [{ id: "1.jpeg", available: false, nsfwLevel: "x", blockedReason: "MatureContent" }] },
    },
  ],
});
const running = aWorkflow({
  status: "processing",
  steps: [{ $type: "imageGen", name: "a", status: "processing", estimatedProgressRate: 0.417 }],
});

describe("tabTitle", () => {
  it.each([
    [aWorkflow({}), "Hero, succeeded"],
    [aWorkflow({ metadata: null, status: "failed" }), "1-2, failed"],
    [running, "Hero, processing 42%"],
    [withheld, "Hero, succeeded, 1 withheld"],
  ])("says how it is doing", (workflow, title) => {
    expect(tabTitle(workflow)).toBe(title);
  });
});
