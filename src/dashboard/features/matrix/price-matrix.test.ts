import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { planPayment } from "#sandbox/ledger/plan-payment.ts";
import { priceMatrix } from "./price-matrix.ts";
import { sayMatrixPrice } from "./say-matrix-price.ts";

const quote = (total: number | undefined, change: Partial<Workflow> = {}): Workflow => ({
  ...{ createdAt: "2026-11-24T10:00:00Z", status: "unassigned", steps: [], currencies: [...currencies] },
  ...(total === undefined ? {} : { cost: { base: total, total } }),
  ...change,
});

describe("priceMatrix", () => {
  it("lets later runs be paid by what earlier ones leave", () => {
    expect(priceMatrix([quote(10), quote(10), quote(10)], { blue: 15, green: 0, yellow: 50 })).toEqual({
      total: 30,
      pays: { blue: 15, green: 0, yellow: 15 },
      each: [
        { blue: 10, green: 0, yellow: 0 },
        { blue: 5, green: 0, yellow: 5 },
        { blue: 0, green: 0, yellow: 10 },
      ],
      payers: ["blue", "green", "yellow"],
      missing: 0,
      affordable: 3,
    });
  });

  it("says how many runs the Buzz suffices for, and what is missing for all", () => {
    expect(priceMatrix([quote(10), quote(10), quote(10)], { blue: 12, green: 0, yellow: 3 })).toMatchObject({
      total: 30,
      missing: 15,
      affordable: 1,
    });
  });

  it("leaves mature content to yellow", () => {
    const mature = quote(10, { allowMatureContent: true });
    expect(priceMatrix([mature], { blue: 500, green: 0, yellow: 4 })).toMatchObject({ missing: 6, affordable: 0 });
  });

  it("knows the sum and who may pay, and nothing else while the balances are unknown", () => {
    const price = priceMatrix([quote(10), quote(5)], "unknown");
    expect(price).toEqual({
      ...{ total: 15, pays: "unknown", each: "unknown", missing: "unknown", affordable: "unknown" },
      payers: ["blue", "green", "yellow"],
    });
    expect(price && sayMatrixPrice(price, 2)).toBe("Run 2 workflows for 15 from blue, then green, then yellow");
    const mature = priceMatrix([quote(10, { allowMatureContent: true })], "unknown");
    expect(mature && sayMatrixPrice(mature, 1)).toBe("Run 1 workflow for 10 from yellow");
  });

  it("has no price as soon as one run has none", () => {
    expect(priceMatrix([quote(10), quote(undefined)], { blue: 50, green: 0, yellow: 0 })).toBeUndefined();
  });

  it("splits as the ledger does when it pays one run after another", () => {
    const amount = fc.integer({ min: 0, max: 60 });
    const balances = fc.record({ blue: amount, green: amount, yellow: amount });
    const run = fc.record({
      cost: amount,
      order: fc.shuffledSubarray([...currencies], { minLength: 1 }),
      mature: fc.boolean(),
    });
    fc.assert(
      fc.property(balances, fc.array(run, { maxLength: 6 }), (start, runs) => {
        const left = { ...start };
        let affordable = 0;
        for (const { cost, order, mature } of runs) {
          const plan = planPayment({ cost, balances: left, order, allowMatureContent: mature });
          if (!plan.ok) break;
          for (const { currency, amount: paid } of plan.debits) left[currency] -= paid;
          affordable += 1;
        }
        const quotes = runs.map(({ cost, order, mature }) =>
          quote(cost, { currencies: order, ...(mature ? { allowMatureContent: true } : {}) }),
        );
        const price = priceMatrix(quotes, start);
        // A free run that may not be paid by anyone is the one case in which nobody has to pay.
        fc.pre(runs.every(({ cost, order, mature }) => cost > 0 || !mature || order.includes("yellow")));
        expect(price?.affordable).toBe(affordable);
        if (affordable === runs.length) {
          expect(price?.pays).toEqual({
            blue: start.blue - left.blue,
            green: start.green - left.green,
            yellow: start.yellow - left.yellow,
          });
        }
      }),
    );
  });
});
