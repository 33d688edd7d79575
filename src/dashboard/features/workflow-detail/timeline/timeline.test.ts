import { describe, expect, it } from "vitest";
import type { Step } from "#contract/step.ts";
import { spentMs, timelineOf } from "./timeline.ts";

const start = Date.parse("2026-01-01T00:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const done = (name: string, started: number, began: number, completed: number, input: unknown = {}): Step => ({
  ...{ $type: "echo", name, status: "succeeded", input },
  ...{ startedAt: at(started), completedAt: at(completed) },
  jobs: [{ id: name, status: "succeeded", startedAt: at(began), completedAt: at(completed) }],
});
const timeline = (steps: Step[], now = 100) =>
  timelineOf({ createdAt: at(0), status: "processing", steps }, start + now * 1000);
const phasesOf = (steps: Step[], index: number, now?: number) =>
  timeline(steps, now).rows[index]?.phases.map(({ kind, fromMs, toMs }) => [
    kind,
    (fromMs - start) / 1000,
    (toMs - start) / 1000,
  ]);

describe("timelineOf", () => {
  const hero = done("hero", 2, 4, 10);
  const big = done("big", 11, 12, 20, { image: { $ref: "hero", path: "output.images[0].url" } });

  it("tells queueing, preparing and processing apart", () => {
    expect(phasesOf([hero], 0)).toEqual([
      ["queued", 0, 2],
      ["preparing", 2, 4],
      ["processing", 4, 10],
    ]);
  });

  it("tells the wait for other steps from the wait in the queue", () => {
    expect(phasesOf([hero, big], 1)).toEqual([
      ["blocked", 0, 10],
      ["queued", 10, 11],
      ["preparing", 11, 12],
      ["processing", 12, 20],
    ]);
  });

  it("goes on until now while a step is not over", () => {
    const waiting: Step = { ...big, status: "unassigned", startedAt: null, completedAt: null, jobs: [] };
    const running: Step = { ...hero, status: "processing", completedAt: null };
    expect(phasesOf([running, waiting], 0, 30)?.at(-1)).toEqual(["processing", 4, 30]);
    expect(phasesOf([running, waiting], 1, 30)).toEqual([["blocked", 0, 30]]);
    expect(timeline([running, waiting], 30)).toMatchObject({ fromMs: start, toMs: start + 30_000 });
  });

  it("does not tell preparing from processing where the server does not", () => {
    expect(phasesOf([{ ...hero, jobs: [] }], 0)?.at(-1)).toEqual(["working", 2, 10]);
  });

  it("knows nothing of a step that ended without an instant", () => {
    expect(phasesOf([{ ...hero, startedAt: null, completedAt: null }], 0)).toEqual([]);
  });
});

describe("spentMs", () => {
  it("adds up the kinds, and is unknown where there is none of them", () => {
    const [row] = timeline([done("a", 2, 4, 10)]).rows;
    expect(row && spentMs(row, ["queued", "blocked"])).toBe(2_000);
    expect(row && spentMs(row, ["working"])).toBeUndefined();
  });
});
