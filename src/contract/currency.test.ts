import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountTypeSchema, currencies, currencySchema, paysForMature, spendingOrder } from "./currency.ts";

describe("spendingOrder", () => {
  it.each([undefined, null, []])("draws blue, then green, then yellow when %j is listed", (listed) => {
    expect(spendingOrder(listed)).toEqual(["blue", "green", "yellow"]);
  });

  it("draws the listed currencies in the listed order", () => {
    expect(spendingOrder(["yellow", "blue"])).toEqual(["yellow", "blue"]);
  });

  it("never draws on the disabled account, also when it is the only one listed", () => {
    expect(spendingOrder(["fakeRed", "green"])).toEqual(["green"]);
    expect(spendingOrder(["fakeRed"])).toEqual([]);
  });

  it("draws on each listed currency once, where it is first listed, and on no other", () => {
    const listings = fc.array(fc.constantFrom(...accountTypeSchema.options), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(listings, (listed) => {
        const order = spendingOrder(listed);
        expect(new Set(order)).toEqual(new Set(listed.filter((account) => account !== "fakeRed")));
        const places = order.map((currency) => listed.indexOf(currency));
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
      }),
    );
  });
});

describe("paysForMature", () => {
  it("lets only yellow pay for mature output", () => {
    expect(accountTypeSchema.options.filter(paysForMature)).toEqual(["yellow"]);
  });
});

describe("currencySchema", () => {
  it.each(currencies)("takes %s", (currency) => {
    expect(currencySchema.parse(currency)).toBe(currency);
  });

  it.each(["fakeRed", "red", "Blue", ""])("refuses %j as a currency to pay with", (text) => {
    expect(currencySchema.safeParse(text).success).toBe(false);
  });
});
