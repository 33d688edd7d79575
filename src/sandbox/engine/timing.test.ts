import { describe, expect, it } from "vitest";
import { readScenario } from "../scenarios.ts";
import { phaseMs, progressOf, timeoutMsOf, workMsOf } from "./timing.ts";

describe("workMsOf", () => {
  it("divides the time by the speed", () => {
    expect(workMsOf(4, readScenario([]), 20)).toBe(200);
  });

  it("makes slow work last 60 s at speed 1, and longer work as long as it is", () => {
    expect(workMsOf(4, readScenario(["[slow]"]), 1)).toBe(60_000);
    expect(workMsOf(90, readScenario(["[slow]"]), 1)).toBe(90_000);
  });
});

describe("phaseMs", () => {
  it("adds up to the whole of the work", () => {
    const phases = (["unassigned", "preparing", "scheduled", "processing"] as const).map((status) =>
      phaseMs(status, 4000),
    );
    expect(phases.reduce((sum, ms) => sum + ms, 0)).toBe(4000);
  });
});

describe("timeoutMsOf", () => {
  it.each([
    ["00:00:10", 10_000],
    ["01:30:00", 5_400_000],
    ["1.00:00:00.5", 86_400_500],
    [undefined, undefined],
  ])("reads %s", (timeout, ms) => {
    expect(timeoutMsOf(timeout, 1)).toBe(ms);
  });
});

describe("progressOf", () => {
  it("goes with the clock while processing", () => {
    const step = { status: "processing" as const, phaseAt: 1000, dueAt: 2000 };
    expect([500, 1000, 1250, 9000].map((now) => progressOf(step, now))).toEqual([0, 0, 0.25, 1]);
  });
});
