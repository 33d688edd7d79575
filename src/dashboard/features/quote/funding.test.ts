import { describe, expect, it } from "vitest";
import type { Transaction } from "#contract/cost.ts";
import type { Workflow } from "#contract/workflow.ts";
import { fundingPlan, missingBuzz } from "./funding.ts";
import { policySentence } from "./policy-sentence.ts";
import { runLabel, whyNotRun } from "./run-label.ts";

const aQuote = (paid: [Transaction["accountType"], number][], change: Partial<Workflow> = {}): Workflow => ({
  ...{ createdAt: "2026-11-24T10:00:00Z", status: "unassigned", steps: [] },
  cost: { base: 48, total: 48 },
  transactions: { list: paid.map(([accountType, amount]) => ({ type: "debit", accountType, amount })) },
  ...change,
});
const balances = { blue: 40, green: 0, yellow: 100 };

describe("fundingPlan", () => {
  it("says of each currency what it has, pays and has left", () => {
    expect(
      fundingPlan(
        aQuote([
          ["blue", 40],
          ["yellow", 8],
        ]),
        balances,
      ),
    ).toEqual([
      { currency: "blue", before: 40, pays: 40, after: 0 },
      { currency: "green", before: 0, pays: 0, after: 0 },
      { currency: "yellow", before: 100, pays: 8, after: 92 },
    ]);
  });

  it("is unknown, and not 0, where the server does not tell", () => {
    expect(fundingPlan(aQuote([["blue", 40]]), "unknown")?.[0]).toEqual({
      ...{ currency: "blue", before: "unknown", pays: 40, after: "unknown" },
    });
    expect(fundingPlan({ transactions: null }, balances)).toBeUndefined();
  });
});

describe("missingBuzz", () => {
  const short = (change: Partial<Workflow>) => aQuote([], { transactions: { insufficientBuzz: true }, ...change });
  it.each([
    ["what all balances lack", short({ cost: { base: 200, total: 200 } }), balances, 60],
    [
      "what yellow lacks for mature content",
      short({ cost: { base: 110, total: 110 }, allowMatureContent: true }),
      balances,
      10,
    ],
    ["what the listed currencies lack", short({ currencies: ["blue"] }), balances, 8],
    ["nothing while it suffices", aQuote([["blue", 40]]), balances, undefined],
    ["unknown without balances", short({}), "unknown" as const, "unknown"],
    ["unknown without a price", short({ cost: null }), balances, "unknown"],
  ])("is %s", (_, quote, known, missing) => {
    expect(missingBuzz(quote, known)).toBe(missing);
  });
});

describe("the words of a quote", () => {
  it.each([
    [
      aQuote([["blue", 40]]),
      "Paid with blue, so without mature content: mature output is withheld until you release it for yellow.",
    ],
    [aQuote([["yellow", 48]], { allowMatureContent: true }), "Paid in yellow: mature output is delivered."],
    [
      aQuote([["yellow", 48]]),
      "Without mature content, as you chose: mature output is withheld until you release it for yellow.",
    ],
  ])("say what the payment means for mature output", (quote, sentence) => {
    expect(policySentence(quote)).toBe(sentence);
  });

  it("name the price and who pays on the button, and never a price that nobody told", () => {
    const quote = (workflow: Workflow) => ({ workflow, droppedFields: [] });
    expect(
      runLabel(
        quote(
          aQuote([
            ["blue", 40],
            ["yellow", 8],
          ]),
        ),
      ),
    ).toBe("Run for 48: 40 blue + 8 yellow");
    expect(runLabel(quote(aQuote([], { transactions: null })))).toBe("Run for 48 from blue, then green, then yellow");
    expect(runLabel(quote(aQuote([], { transactions: null, currencies: ["fakeRed"] })))).toBe("Run for 48");
    expect(runLabel(quote(aQuote([], { cost: null })))).toBe("Run");
    expect(runLabel(undefined)).toBe("Run");
  });

  const short = {
    workflow: aQuote([["blue", 48]], { transactions: { insufficientBuzz: true, list: [] } }),
    droppedFields: [],
  };
  const unpayable = { workflow: aQuote([], { transactions: null, currencies: ["fakeRed"] }), droppedFields: [] };
  it.each([
    [{ isEmpty: true }, "Add a step first."],
    [{ problemCount: 2 }, "2 fields need a look first."],
    [{ isAsking: true }, "The price is being asked for."],
    [{ isStale: true }, "There is no price yet, and nothing is run without one."],
    [{ quote: undefined }, "There is no price yet, and nothing is run without one."],
    [{ quote: unpayable }, "None of the listed currencies may pay for this."],
    [{ quote: short }, "The Buzz does not suffice."],
    [{ quote: short, isRepeat: true }, undefined],
    [{}, undefined],
  ])("say why %j can't be run", (change, reason) => {
    const quote = { workflow: aQuote([["blue", 48]]), droppedFields: [] };
    const state = { isEmpty: false, problemCount: 0, quote, isStale: false, isAsking: false };
    expect(whyNotRun({ ...state, ...change })).toBe(reason);
  });
});
