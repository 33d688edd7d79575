import { describe, expect, it } from "vitest";
import type { Step } from "#contract/step.ts";
import { failureReasons } from "./failure-reasons.ts";

const aStep = (members: Partial<Step>): Step => ({ $type: "imageGen", name: "hero", status: "failed", ...members });
const aJob = { id: "1", status: "failed" } as const;

describe("failureReasons", () => {
  it.each<[string, Partial<Step>, string]>([
    ["the step", { reason: "no_provider_available" }, "no_provider_available"],
    ["a job", { jobs: [{ ...aJob, reason: "timeout" }] }, "timeout"],
    ["what blocked a job", { jobs: [{ ...aJob, blockedReason: "Safety" }] }, "Safety"],
    ["a job's error", { jobs: [{ ...aJob, error: "out of memory" }] }, "out of memory"],
    ["a job's errors", { jobs: [{ ...aJob, errors: [{ message: "bad tile" }] }] }, "bad tile"],
    ["the output", { output: { errors: ["one picture is missing"] } }, "one picture is missing"],
    ["a provider's terms", { output: { externalTOSViolation: true, message: "refused" } }, "refused"],
    ["the metadata", { metadata: { error: "lost" } }, "lost"],
  ])("finds it at %s", (_, members, reason) => {
    expect(failureReasons(aStep(members))).toEqual([reason]);
  });

  it("says the same reason once", () => {
    expect(failureReasons(aStep({ reason: "timeout", jobs: [{ ...aJob, reason: "timeout" }] }))).toEqual(["timeout"]);
  });

  it("finds nothing where there is nothing", () => {
    expect(failureReasons(aStep({ reason: "", output: { message: "fine" } }))).toEqual([]);
  });
});
