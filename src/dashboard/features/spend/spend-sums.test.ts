import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Transaction } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import { statuses } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";
import { scaleFor } from "./scale.ts";
import {
  chargedBesidesCost,
  dayOf,
  daysBetween,
  isPaidButNotDelivered,
  quotedAgainstPaid,
  spendBy,
  sumSpend,
  untold,
} from "./spend-sums.ts";

const aWorkflow = (list: Transaction[] | undefined, change: Partial<Workflow> = {}): Workflow => ({
  ...{ id: "wf", createdAt: "2026-11-24T10:00:00Z", status: "succeeded", steps: [] },
  ...(list ? { transactions: { list } } : {}),
  ...change,
});
const debit = (amount: number, accountType: Transaction["accountType"] = "blue"): Transaction => ({
  type: "debit",
  amount,
  accountType,
});
const credit = (amount: number, accountType: Transaction["accountType"] = "blue"): Transaction => ({
  type: "credit",
  amount,
  accountType,
});

const anyWorkflow = fc
  .record({
    list: fc.array(
      fc.record({
        type: fc.constantFrom("debit" as const, "credit" as const),
        amount: fc.nat(500),
        accountType: fc.constantFrom(...currencies),
      }),
    ),
    status: fc.constantFrom(...statuses),
    createdAt: fc
      .date({ min: new Date("2026-10-01"), max: new Date("2026-11-24"), noInvalidDate: true })
      .map((at) => at.toISOString()),
  })
  .map(({ list, ...change }) => aWorkflow(list, change));

describe("sumSpend", () => {
  it("keeps what was charged, what came back and what is left apart", () => {
    expect(sumSpend([aWorkflow([debit(40), credit(40), debit(40, "yellow")]), aWorkflow([debit(8, "green")])])).toEqual(
      {
        charged: { blue: 40, green: 8, yellow: 40 },
        refunded: { blue: 40, green: 0, yellow: 0 },
        net: { blue: 0, green: 8, yellow: 40 },
        count: 2,
      },
    );
  });

  it("leaves out what nobody told, and counts it apart", () => {
    const workflows = [aWorkflow(undefined), aWorkflow([debit(5)])];
    expect(sumSpend(workflows)).toMatchObject({ count: 1, net: { blue: 5 } });
    expect(untold(workflows)).toBe(1);
  });

  it("is the same by day and by status, in each currency", () => {
    fc.assert(
      fc.property(fc.array(anyWorkflow), (workflows) => {
        const whole = sumSpend(workflows);
        for (const groups of [
          spendBy(workflows, (one) => [dayOf(one)]),
          spendBy(workflows, ({ status }) => [status]),
        ]) {
          for (const kind of ["charged", "refunded", "net"] as const) {
            for (const currency of currencies) {
              expect(groups.reduce((sum, group) => sum + group[kind][currency], 0)).toBe(whole[kind][currency]);
            }
          }
        }
      }),
    );
  });
});

describe("daysBetween", () => {
  it("leaves no day out, over the end of a month and the change of the clocks", () => {
    expect(daysBetween(["2026-11-01", "2026-10-30"])).toEqual(["2026-10-30", "2026-10-31", "2026-11-01"]);
    expect(daysBetween(["2026-03-31", "2026-03-27"])).toHaveLength(5);
    expect(daysBetween([])).toEqual([]);
  });
});

describe("isPaidButNotDelivered", () => {
  const withheld = {
    $type: "imageGen",
    name: "$0",
    status: "succeeded" as const,
    output: { images: [{ id: "a.jpg", type: "image", available: false, nsfwLevel: "x" }] },
  };
  it.each([
    ["failed without a refund", aWorkflow([debit(10)], { status: "failed" }), true],
    ["failed and given back", aWorkflow([debit(10), credit(10)], { status: "failed" }), false],
    ["succeeded", aWorkflow([debit(10)]), false],
    ["succeeded, and all withheld", aWorkflow([debit(10)], { steps: [withheld], allowMatureContent: false }), true],
    ["still running", aWorkflow([debit(10)], { status: "processing" }), false],
  ])("of one that %s", (_, workflow, expected) => {
    expect(isPaidButNotDelivered(workflow)).toBe(expected);
  });
});

describe("chargedBesidesCost", () => {
  it("is what was paid beyond or below the price, and unknown where either is", () => {
    const cost = { base: 10, total: 10 };
    expect(chargedBesidesCost(aWorkflow([debit(10)], { cost }))).toBe(0);
    expect(chargedBesidesCost(aWorkflow([debit(10), credit(10)], { cost, status: "failed" }))).toBe(-10);
    expect(chargedBesidesCost(aWorkflow([debit(10)]))).toBeUndefined();
    expect(chargedBesidesCost(aWorkflow(undefined, { cost }))).toBeUndefined();
  });
});

describe("quotedAgainstPaid", () => {
  it("adds up what both are told for, and counts where they differ", () => {
    const cost = { base: 10, total: 10 };
    const workflows = [
      aWorkflow([debit(10)], { cost }),
      aWorkflow([debit(12)], { cost }),
      aWorkflow(undefined, { cost }),
      aWorkflow([debit(10)], { cost, status: "processing" }),
    ];
    expect(quotedAgainstPaid(workflows)).toEqual({ quoted: 20, paid: 22, count: 2, differCount: 1 });
  });
});

describe("scaleFor", () => {
  it("ends at or above the highest value, in few whole steps of 1, 2 or 5", () => {
    expect(scaleFor(600)).toEqual({ top: 600, ticks: [0, 200, 400, 600] });
    fc.assert(
      fc.property(fc.nat(5_000_000), (highest) => {
        const { top, ticks } = scaleFor(highest);
        expect(top).toBeGreaterThanOrEqual(highest);
        expect(ticks.at(-1)).toBe(top);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(`${ticks[1]}`).toMatch(/^(1|2|5)0*$/);
      }),
    );
  });
});
