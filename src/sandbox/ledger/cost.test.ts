import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workflowCost } from "./cost.ts";

const noTips = { civitai: 0, creators: 0 };
const price = fc.record({
  base: fc.integer({ min: 0, max: 500 }),
  factors: fc.dictionary(fc.constantFrom("quantity", "size", "steps"), fc.double({ min: 0.1, max: 8, noNaN: true })),
  fixed: fc.dictionary(fc.constantFrom("search", "priority"), fc.nat({ max: 50 })),
});

describe("workflowCost", () => {
  it("rounds the price of a step up, and is not misled by floating-point numbers", () => {
    const cost = (base: number, factors: Record<string, number>) =>
      workflowCost([{ price: { base, factors }, deliveredShare: 1 }], noTips).total;
    expect(cost(8, { size: 0.3 })).toBe(3);
    expect(cost(10, { one: 0.1, two: 3, three: 10 })).toBe(30);
  });

  it("is the sum of the steps, each rounded up by itself", () => {
    const step = { price: { base: 5, factors: { size: 0.5 }, fixed: { search: 20 } }, deliveredShare: 1 };
    expect(workflowCost([step, step], noTips)).toEqual({
      base: 6,
      factors: {},
      fixed: { search: 40 },
      fees: {},
      tips: noTips,
      total: 46,
    });
  });

  it("says what its parts come to", () => {
    const step = {
      price: { base: 8, factors: { quantity: 4, steps: 1.25 }, fees: { "urn:air:x": 3 } },
      deliveredShare: 1,
    };
    expect(workflowCost([step], { civitai: 0.3, creators: 0 })).toMatchObject({
      base: 8,
      factors: { quantity: 4, steps: 1.25 },
      fees: { "urn:air:x": 3 },
      tips: { civitai: 3, creators: 0 },
      total: 46,
    });
  });

  it("never grows when less is delivered, and is nothing when nothing is", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const tips = fc.record({ civitai: fc.double({ min: 0, max: 2, noNaN: true }), creators: fc.constant(0.5) });
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 4 }), share, tips, (prices, deliveredShare, rates) => {
        const total = (part: number) =>
          workflowCost(
            prices.map((one) => ({ price: one, deliveredShare: part })),
            rates,
          ).total;
        expect(total(deliveredShare)).toBeLessThanOrEqual(total(1));
        expect(total(0)).toBe(0);
      }),
    );
  });
});
