import { describe, expect, it } from "vitest";
import type { Quote } from "#dashboard/api/quote-query.ts";
import { hasPriceChanged } from "./price-change.ts";

const quote = (total: number, blue: number, green: number, insufficientBuzz = false): Quote => ({
  droppedFields: [],
  workflow: {
    createdAt: "2026-11-24T10:00:00Z",
    status: "unassigned",
    steps: [],
    cost: { base: total, total },
    transactions: {
      insufficientBuzz,
      list: [
        { type: "debit", amount: blue, accountType: "blue" },
        { type: "debit", amount: green, accountType: "green" },
      ],
    },
  },
});

describe("hasPriceChanged", () => {
  it.each([
    ["the same price from the same Buzz", quote(10, 8, 2), quote(10, 8, 2), false],
    ["another price", quote(10, 8, 2), quote(12, 8, 4), true],
    ["the same price from other Buzz", quote(10, 8, 2), quote(10, 0, 10), true],
    ["Buzz that does not suffice any more", quote(10, 8, 2), quote(10, 8, 2, true), true],
  ])("of %s", (_, shown, latest, changed) => {
    expect(hasPriceChanged(shown, latest)).toBe(changed);
  });
});
