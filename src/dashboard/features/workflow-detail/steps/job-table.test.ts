import { describe, expect, it } from "vitest";
import { sayQueue } from "./job-table.tsx";

const now = Date.parse("2026-01-01T00:00:00Z");
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe("sayQueue", () => {
  it.each([
    [undefined, "–"],
    [{ support: "unsupported" as const }, "this work has no queue to look into"],
    [{ support: "unavailable" as const }, "its place is unknown"],
    [{ support: "available" as const }, "its place is unknown"],
    [{ support: "available" as const, precedingJobs: 0 }, "next"],
    [{ support: "available" as const, precedingJobs: 1 }, "1 job before it"],
    [
      { support: "available" as const, precedingJobs: 7, startAt: at(30), completeAt: at(90) },
      "7 jobs before it, begins in about 30 s, done in about 1 min 30 s",
    ],
    [{ support: "available" as const, precedingJobs: 0, startAt: at(-5) }, "next"],
  ])("says %o as %s", (queuePosition, words) => {
    expect(sayQueue({ queuePosition }, now)).toBe(words);
  });
});
