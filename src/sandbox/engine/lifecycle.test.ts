import { describe, expect, it } from "vitest";
import { isTerminal, type Status, statuses, terminalStatuses } from "#contract/status.ts";
import { canBecome, rollUp } from "./lifecycle.ts";

describe("canBecome", () => {
  it.each(terminalStatuses)("never changes a step that is %s", (terminal) => {
    expect(statuses.filter((status) => canBecome(terminal, status))).toEqual([]);
  });

  it("lets every live status fail, expire and be canceled", () => {
    const live = statuses.filter((status) => !isTerminal(status));
    const endings: Status[] = ["failed", "expired", "canceled"];
    expect(live.every((status) => endings.every((ending) => canBecome(status, ending)))).toBe(true);
  });

  it("delivers only what was processed", () => {
    expect(statuses.filter((status) => canBecome(status, "succeeded"))).toEqual(["processing"]);
  });
});

describe("rollUp", () => {
  it.each<[Status[], Status]>([
    [["unassigned", "unassigned"], "unassigned"],
    [["unassigned", "preparing"], "preparing"],
    [["scheduled", "preparing"], "scheduled"],
    [["succeeded", "unassigned"], "processing"],
    [["failed", "processing"], "processing"],
    [["succeeded", "succeeded"], "succeeded"],
    [["succeeded", "failed", "canceled"], "failed"],
    [["expired", "canceled"], "expired"],
    [["succeeded", "canceled"], "canceled"],
  ])("makes of %j a workflow that is %s", (steps, status) => {
    expect(rollUp("unassigned", steps)).toBe(status);
  });

  it("never goes back", () => {
    expect(rollUp("processing", ["scheduled"])).toBe("processing");
    expect(rollUp("canceled", ["processing"])).toBe("canceled");
  });
});
