import { describe, expect, it } from "vitest";
import type { Transaction } from "#contract/cost.ts";
import { releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";
import { priceBetween } from "#dashboard/api/release-preview.ts";
import { planRelease, sayRefund } from "./release-plan.ts";

const planOf = (workflow: Workflow, balances: Balances) => {
  const price = releasePrice(workflow);
  return price && planRelease(price, balances);
};

const moved = (type: Transaction["type"], amount: number, accountType: Transaction["accountType"]): Transaction => ({
  type,
  amount,
  accountType,
});
const aWorkflow = (...list: Transaction[]): Workflow => ({
  createdAt: "2026-11-24T10:00:00Z",
  status: "succeeded",
  steps: [],
  transactions: { list },
});
const paid = aWorkflow(moved("debit", 40, "blue"), moved("debit", 8, "green"));

describe("planRelease", () => {
  it("gives back what blue and green paid, and charges their sum in yellow", () => {
    const plan = planOf(paid, { blue: 0, green: 10, yellow: 100 });
    expect(plan?.price).toEqual({ refund: { blue: 40, green: 8, yellow: 0 }, chargeYellow: 48 });
    expect(plan?.lines).toEqual([
      { currency: "blue", change: 40, before: 0, after: 40 },
      { currency: "green", change: 8, before: 10, after: 18 },
      { currency: "yellow", change: -48, before: 100, after: 52 },
    ]);
    expect(plan?.missingYellow).toBe(0);
  });

  it("believes the server's preview more than its own sum", () => {
    const preview = aWorkflow(
      ...(paid.transactions?.list ?? []),
      moved("credit", 40, "blue"),
      moved("credit", 8, "green"),
      moved("debit", 60, "yellow"),
    );
    expect(priceBetween(paid, preview)?.chargeYellow).toBe(60);
  });

  it("says by how much yellow is short", () => {
    expect(planOf(paid, { blue: 0, green: 0, yellow: 47 })?.missingYellow).toBe(1);
  });

  it("keeps unknown balances unknown", () => {
    const plan = planOf(paid, "unknown");
    expect(plan?.missingYellow).toBe("unknown");
    expect(plan?.lines.every(({ before, after }) => before === "unknown" && after === "unknown")).toBe(true);
  });

  it("has no price when the server told no transactions", () => {
    expect(planOf({ ...paid, transactions: undefined }, "unknown")).toBeUndefined();
  });
});

describe("sayRefund", () => {
  it("names each currency that comes back", () => {
    expect(sayRefund({ refund: { blue: 40, green: 5, yellow: 0 }, chargeYellow: 45 })).toBe("40 blue and 5 green");
  });
});
