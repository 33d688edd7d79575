import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { sayMissing, shortfallAdvice } from "./shortfall.ts";

function quoteOf(change: Partial<Workflow>): Workflow {
  return {
    createdAt: "2026-11-26T10:00:00Z",
    status: "unassigned",
    steps: [],
    cost: { base: 10, total: 10 },
    transactions: { list: [], insufficientBuzz: true },
    ...change,
  };
}

describe("shortfallAdvice", () => {
  it.each([
    [
      "names a currency that may not pay yet and would suffice",
      { currencies: ["blue" as const] },
      { blue: 4, green: 0, yellow: 50 },
      "Let yellow 50 pay, too: that suffices. Or make less, or top up 6.",
    ],
    [
      "says when another currency would not suffice alone",
      { currencies: ["blue" as const] },
      { blue: 4, green: 1, yellow: 2 },
      "Let green 1 and yellow 2 pay, too, which is not enough alone; make less, or top up 6.",
    ],
    [
      "names no currency where all may pay",
      { currencies: ["blue" as const, "green" as const, "yellow" as const] },
      { blue: 4, green: 1, yellow: 2 },
      "Make less, or top up 3.",
    ],
    [
      "offers to give mature content up where blue and green would do",
      { allowMatureContent: true },
      { blue: 500, green: 0, yellow: 3 },
      "Mature content is paid in yellow only. Choose “SFW only”, and blue 500 and green 0 may pay, too. Or make less, or top up 7 yellow.",
    ],
    [
      "promises nothing where nobody knows the balances",
      { currencies: ["blue" as const] },
      "unknown" as const,
      "Let green and yellow pay, too, make less, or top up.",
    ],
  ])("%s", (_, quote, balances, advice) => {
    expect(shortfallAdvice(quoteOf(quote), balances)).toBe(advice);
  });
});

describe("sayMissing", () => {
  it.each([
    [6, "6 Buzz are missing"],
    [1, "1 Buzz is missing"],
    ["unknown" as const, "Some Buzz is missing"],
  ])("says %j", (missing, words) => {
    expect(sayMissing(missing)).toBe(words);
  });
});
