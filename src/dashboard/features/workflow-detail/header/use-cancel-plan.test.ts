import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { type CancelPlan, sayCancelPlan } from "./use-cancel-plan.ts";

const paid: Workflow = {
  ...{ createdAt: "2026-01-01T00:00:00Z", status: "processing", steps: [] },
  transactions: { list: [{ type: "debit", amount: 30, accountType: "blue" }] },
};
const known = (blue: number, yellow = 0): CancelPlan => ({ state: "known", refund: { blue, green: 0, yellow } });

describe("sayCancelPlan", () => {
  it.each<[CancelPlan, string]>([
    [known(30), "30 blue come back."],
    [known(20), "20 blue come back. 10 Buzz for what is delivered stay paid."],
    [known(1, 2), "1 blue and 2 yellow come back. 27 Buzz for what is delivered stay paid."],
    [known(0), "Nothing comes back: all that was paid for is delivered, or nothing was paid. Paid so far: 30 Buzz."],
    [{ state: "asking" }, "Asking what would come back…"],
    [{ state: "unknown" }, "What is not delivered yet comes back; how much that is, is unknown. Paid so far: 30 Buzz."],
  ])("says of %o: %s", (plan, words) => {
    expect(sayCancelPlan(plan, paid)).toBe(words);
  });
});
