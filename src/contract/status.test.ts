import { describe, expect, it } from "vitest";
import { isTerminal, statuses, statusSchema, terminalStatuses } from "./status.ts";

describe("statuses", () => {
  it.each(["succeeded", "failed", "expired", "canceled"] as const)("end with %s", (status) => {
    expect(isTerminal(status)).toBe(true);
  });

  it.each(["unassigned", "preparing", "scheduled", "processing"] as const)("go on after %s", (status) => {
    expect(isTerminal(status)).toBe(false);
  });

  it("end with the terminal ones", () => {
    expect(statuses.slice(-terminalStatuses.length)).toEqual([...terminalStatuses]);
  });
});

describe("statusSchema", () => {
  it.each(statuses)("takes %s as it is", (status) => {
    expect(statusSchema.parse(status)).toBe(status);
  });

  it("reads a server's pending as unassigned", () => {
    expect(statusSchema.parse("pending")).toBe("unassigned");
  });

  it.each(["cancelled", "Succeeded", "", null])("refuses %j, and says which there are", (status) => {
    expect(statusSchema.safeParse(status).error?.issues[0]?.message).toContain("unassigned, preparing, scheduled");
  });
});
