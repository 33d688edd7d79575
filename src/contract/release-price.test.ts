import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netByCurrency, type Transaction, totalOf } from "./cost.ts";
import { type Currency, currencies, noBuzz } from "./currency.ts";
import { releasePrice } from "./release-price.ts";

const move = (type: Transaction["type"]) => (amount: number, accountType: Currency) => ({ type, amount, accountType });
const [debit, credit] = [move("debit"), move("credit")];
const priceOf = (list: Transaction[]) => releasePrice({ transactions: { list } });

/** What a workflow was charged, each time with a refund of at most that much. */
const paid = fc
  .array(fc.tuple(fc.constantFrom(...currencies), fc.nat({ max: 1000 }), fc.nat({ max: 1000 })), { maxLength: 6 })
  .map((payments) =>
    payments.flatMap(([currency, amount, refund]): Transaction[] => [
      debit(amount, currency),
      credit(Math.min(amount, refund), currency),
    ]),
  );

describe("releasePrice", () => {
  it("gives back what blue and green paid, and charges yellow their sum", () => {
    expect(priceOf([debit(30, "blue"), debit(12, "green"), debit(8, "yellow")])).toEqual({
      refund: { blue: 30, green: 12, yellow: 0 },
      chargeYellow: 42,
    });
  });

  it("gives back no more than is left after refunds", () => {
    expect(priceOf([debit(30, "blue"), credit(10, "blue")])).toEqual({
      refund: { blue: 20, green: 0, yellow: 0 },
      chargeYellow: 20,
    });
  });

  it("costs nothing for a workflow that yellow alone paid, or that was released already", () => {
    const nothing = { refund: noBuzz, chargeYellow: 0 };
    expect(priceOf([debit(10, "yellow")])).toEqual(nothing);
    expect(priceOf([debit(10, "blue"), credit(10, "blue"), debit(10, "yellow")])).toEqual(nothing);
  });

  it("does not charge for a currency that got back more than it paid", () => {
    expect(priceOf([debit(5, "blue"), credit(9, "blue"), debit(3, "green")])).toEqual({
      refund: { blue: 0, green: 3, yellow: 0 },
      chargeYellow: 3,
    });
  });

  it.each([undefined, null, {}])("is unknown when the transactions are %j", (transactions) => {
    expect(releasePrice({ transactions })).toBeUndefined();
  });

  it("leaves nothing paid in blue and green, and the sum of all as it was", () => {
    fc.assert(
      fc.property(paid, (list) => {
        const price = priceOf(list) ?? { refund: noBuzz, chargeYellow: Number.NaN };
        const released = [
          ...list,
          ...currencies.map((currency) => credit(price.refund[currency], currency)),
          debit(price.chargeYellow, "yellow"),
        ];
        const [before, after] = [list, released].map((one) => netByCurrency({ list: one }) ?? noBuzz);
        expect(after).toMatchObject({ blue: 0, green: 0 });
        expect(totalOf(after ?? noBuzz)).toBe(totalOf(before ?? noBuzz));
        expect(priceOf(released)?.chargeYellow).toBe(0);
      }),
    );
  });
});
