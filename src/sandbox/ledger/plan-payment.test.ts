import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "#contract/cost.ts";
import { currencies } from "#contract/currency.ts";
import { planPayment, resolveMature } from "./plan-payment.ts";

const amount = fc.nat({ max: 5000 });
const request = fc.record({
  cost: amount,
  balances: fc.record({ blue: amount, green: amount, yellow: amount }),
  order: fc
    .subarray([...currencies], { minLength: 1 })
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
  allowMatureContent: fc.option(fc.boolean(), { nil: undefined }),
});

describe("planPayment", () => {
  it("pays the whole cost and no more, out of what is there", () => {
    fc.assert(
      fc.property(request, (given) => {
        const plan = planPayment(given);
        if (!plan.ok) return;
        expect(plan.debits.reduce((sum, debit) => sum + debit.amount, 0)).toBe(given.cost);
        for (const { currency, amount: debit } of plan.debits)
          expect(debit).toBeLessThanOrEqual(given.balances[currency]);
      }),
    );
  });

  it("draws on a currency only when those before it are spent", () => {
    fc.assert(
      fc.property(request, (given) => {
        const plan = planPayment(given);
        if (!plan.ok) return;
        const drawn = plan.debits.map(({ currency }) => currency);
        const beforeLast = given.order.slice(
          0,
          Math.max(
            0,
            given.order.findLastIndex((one) => drawn.includes(one)),
          ),
        );
        for (const earlier of beforeLast) {
          const isAllowed = given.allowMatureContent !== true || earlier === "yellow";
          const spent = plan.debits.find(({ currency }) => currency === earlier)?.amount ?? 0;
          if (isAllowed) expect(spent).toBe(given.balances[earlier]);
        }
      }),
    );
  });

  it("refuses exactly when the allowed balances are short, by what is missing", () => {
    fc.assert(
      fc.property(request, (given) => {
        const plan = planPayment(given);
        const allowed = given.order.filter((currency) => given.allowMatureContent !== true || currency === "yellow");
        const atHand = totalOf({
          blue: 0,
          green: 0,
          yellow: 0,
          ...Object.fromEntries(allowed.map((one) => [one, given.balances[one]])),
        });
        if (allowed.length === 0) expect(plan).toMatchObject({ reason: "payment-impossible" });
        else if (atHand >= given.cost) expect(plan.ok).toBe(true);
        else expect(plan).toMatchObject({ reason: "insufficient-buzz", missing: given.cost - atHand });
      }),
    );
  });
});

describe("resolveMature", () => {
  it.each([
    [true, ["yellow"], true],
    [false, ["yellow"], false],
    [undefined, ["yellow"], true],
    [undefined, ["blue", "yellow"], false],
    [undefined, ["green"], false],
    [undefined, [], false],
  ] as const)("makes of %s, paid with %j, %s", (asked, paidWith, resolved) => {
    expect(resolveMature(asked, paidWith)).toBe(resolved);
  });
});
