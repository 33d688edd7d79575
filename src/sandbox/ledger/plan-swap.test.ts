import { describe, expect, it } from "vitest";
import { planRefund } from "./plan-refund.ts";
import { planSwap } from "./plan-swap.ts";

const paid = [
  { currency: "blue", type: "debit", amount: 15 },
  { currency: "green", type: "debit", amount: 20 },
  { currency: "yellow", type: "debit", amount: 5 },
] as const;

describe("planSwap", () => {
  it("credits what blue and green have paid after refunds, and debits their sum in yellow", () => {
    const past = [...paid, { currency: "green", type: "credit", amount: 8 }] as const;
    expect(planSwap(past, { blue: 0, green: 0, yellow: 27 })).toEqual({
      ok: true,
      movements: [
        { currency: "blue", type: "credit", amount: 15 },
        { currency: "green", type: "credit", amount: 12 },
        { currency: "yellow", type: "debit", amount: 27 },
      ],
    });
  });

  it("refuses when yellow is short by 1", () => {
    expect(planSwap(paid, { blue: 0, green: 0, yellow: 34 })).toEqual({
      ok: false,
      required: 35,
      available: { yellow: 34 },
      missing: 1,
    });
  });

  it("moves nothing when yellow has paid all of it", () => {
    const past = [{ currency: "yellow", type: "debit", amount: 5 }] as const;
    expect(planSwap(past, { blue: 0, green: 0, yellow: 0 })).toEqual({ ok: true, movements: [] });
  });
});

describe("planRefund", () => {
  it("gives back to the account that was charged last first", () => {
    expect(planRefund(paid, 12)).toEqual([
      { currency: "yellow", type: "credit", amount: 5 },
      { currency: "green", type: "credit", amount: 7 },
    ]);
  });

  it("gives back no more than was paid", () => {
    expect(planRefund([...paid, { currency: "blue", type: "credit", amount: 15 }], 1000)).toEqual([
      { currency: "yellow", type: "credit", amount: 5 },
      { currency: "green", type: "credit", amount: 20 },
    ]);
  });
});
