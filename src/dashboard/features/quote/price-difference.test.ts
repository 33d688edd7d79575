import { describe, expect, it } from "vitest";
import { priceDifference } from "./price-difference.ts";

describe("priceDifference", () => {
  it("is none between equal prices, whatever their parts", () => {
    expect(priceDifference({ base: 10, total: 10 }, { base: 5, factors: { quantity: 2 }, total: 10 })).toBeUndefined();
  });

  it("names the parts that changed, and those that came or went", () => {
    const before = { base: 10, factors: { size: 1.5 }, fees: { model: 3 }, total: 18 };
    const after = { base: 10, factors: { size: 1.5, quantity: 4 }, tips: { civitai: 6 }, total: 66 };
    expect(priceDifference(before, after)).toEqual({
      amount: 48,
      causes: ["quantity ×1 to ×4", "model 3 to 0", "tip to Civitai 0 to 6"],
    });
  });

  it("is negative when the price falls", () => {
    expect(priceDifference({ base: 20, total: 20 }, { base: 10, total: 10 })).toEqual({
      amount: -10,
      causes: ["base 20 to 10"],
    });
  });
});
