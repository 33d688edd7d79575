import { describe, expect, it } from "vitest";
import { payersOf } from "./payers.ts";

describe("payersOf", () => {
  it.each<[Parameters<typeof payersOf>[0], string[]]>([
    [{}, ["blue", "green", "yellow"]],
    [{ currencies: [] }, ["blue", "green", "yellow"]],
    [{ currencies: ["yellow", "blue"] }, ["yellow", "blue"]],
    [{ currencies: ["fakeRed", "green"] }, ["green"]],
    [{ currencies: ["blue", "yellow"], allowMatureContent: true }, ["yellow"]],
  ])("of %j are %j", (quote, payers) => {
    expect(payersOf(quote)).toEqual(payers);
  });

  it("are none where no listed currency may pay, for none is drawn on that was not listed", () => {
    expect(payersOf({ currencies: ["fakeRed"] })).toEqual([]);
    expect(payersOf({ currencies: ["blue"], allowMatureContent: true })).toEqual([]);
  });
});
