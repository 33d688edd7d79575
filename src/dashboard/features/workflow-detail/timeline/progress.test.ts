import { describe, expect, it } from "vitest";
import type { Step } from "#contract/step.ts";
import { progressOf, remainingMsOf, workflowRemainingMs } from "./progress.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const aStep = (members: Partial<Step>): Step => ({ $type: "echo", name: "a", status: "processing", ...members });
const aJob = (members: object) => ({ id: "1", status: "processing" as const, ...members });

describe("progressOf", () => {
  it("counts each step the same, and one that is over as done, however it ended", () => {
    const steps = [aStep({ status: "failed" }), aStep({ estimatedProgressRate: 0.5 }), aStep({ status: "unassigned" })];
    expect(progressOf({ steps })).toBeCloseTo(0.5);
    expect(progressOf({ steps: [] })).toBeUndefined();
  });
});

describe("remainingMsOf", () => {
  it("carries the rate of the progress forward", () => {
    const step = aStep({ estimatedProgressRate: 0.25, jobs: [aJob({ startedAt: at(0) })] });
    expect(remainingMsOf(step, start + 10_000)).toBe(30_000);
  });

  it("believes what the queue promises for the last job", () => {
    const promise = (seconds: number) => aJob({ queuePosition: { support: "available", completeAt: at(seconds) } });
    expect(remainingMsOf(aStep({ status: "scheduled", jobs: [promise(5), promise(9)] }), start)).toBe(9_000);
  });

  it.each([
    ["has only begun", aStep({ estimatedProgressRate: 0.01, jobs: [aJob({ startedAt: at(0) })] })],
    ["waits", aStep({ status: "unassigned", estimatedProgressRate: 0 })],
    ["tells no start", aStep({ estimatedProgressRate: 0.5 })],
  ])("knows nothing of a step that %s", (_, step) => {
    expect(remainingMsOf(step, start + 10_000)).toBeUndefined();
  });
});

describe("workflowRemainingMs", () => {
  const known = aStep({ estimatedProgressRate: 0.5, jobs: [aJob({ startedAt: at(0) })] });
  it("is as long as its longest step", () => {
    expect(workflowRemainingMs({ steps: [aStep({ status: "succeeded" }), known] }, start + 4_000)).toBe(4_000);
  });

  it("is unknown while one step is", () => {
    expect(workflowRemainingMs({ steps: [known, aStep({ status: "unassigned" })] }, start + 4_000)).toBeUndefined();
  });
});
