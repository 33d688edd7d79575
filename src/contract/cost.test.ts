import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chargedByCurrency,
  netByCurrency,
  refundedByCurrency,
  type Transaction,
  totalOf,
  transactionSchema,
  transactionSummarySchema,
} from "./cost.ts";
import { accountTypeSchema, currencies, noBuzz } from "./currency.ts";

const debit = (amount: number, accountType: Transaction["accountType"]): Transaction => ({
  type: "debit",
  amount,
  accountType,
});
const credit = (amount: number, accountType: Transaction["accountType"]): Transaction => ({
  type: "credit",
  amount,
  accountType,
});

const transactions = fc.array(
  fc
    .tuple(
      fc.constantFrom(debit, credit),
      fc.integer({ min: 0, max: 100_000 }),
      fc.constantFrom(...accountTypeSchema.options),
    )
    .map(([move, amount, accountType]) => move(amount, accountType)),
);

describe("the sums of a workflow's transactions", () => {
  const list = [debit(30, "blue"), debit(12, "green"), credit(30, "blue"), debit(42, "yellow"), credit(2, "green")];

  it("net what each account paid after refunds", () => {
    expect(netByCurrency({ list })).toEqual({ blue: 0, green: 10, yellow: 42 });
  });

  it("charge what each account paid before refunds", () => {
    expect(chargedByCurrency({ list })).toEqual({ blue: 30, green: 12, yellow: 42 });
  });

  it("refund what each account got back", () => {
    expect(refundedByCurrency({ list })).toEqual({ blue: 30, green: 2, yellow: 0 });
  });

  it("are unknown, and not zero, when the server said nothing", () => {
    for (const sum of [netByCurrency, chargedByCurrency, refundedByCurrency]) {
      expect([undefined, null, {}, { list: null }].map(sum)).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it("are zero when the server said that nothing moved", () => {
    expect(netByCurrency({ list: [] })).toEqual(noBuzz);
  });

  it("leave the disabled account out", () => {
    expect(netByCurrency({ list: [debit(5, "fakeRed"), debit(1, "blue")] })).toEqual({ blue: 1, green: 0, yellow: 0 });
  });

  it("fit together: net is charged less refunded, in every currency", () => {
    fc.assert(
      fc.property(transactions, (moved) => {
        const net = netByCurrency({ list: moved }) ?? noBuzz;
        const charged = chargedByCurrency({ list: moved }) ?? noBuzz;
        const refunded = refundedByCurrency({ list: moved }) ?? noBuzz;
        for (const currency of currencies) expect(net[currency] + refunded[currency]).toBe(charged[currency]);
        expect(totalOf(net)).toBe(totalOf(charged) - totalOf(refunded));
      }),
    );
  });

  it("do not depend on the order of the transactions", () => {
    const shuffled = transactions.chain((moved) =>
      fc.tuple(fc.constant(moved), fc.shuffledSubarray(moved, { minLength: moved.length })),
    );
    fc.assert(
      fc.property(shuffled, ([moved, other]) => {
        expect(netByCurrency({ list: other })).toEqual(netByCurrency({ list: moved }));
      }),
    );
  });

  it("are zero once each debit is credited", () => {
    fc.assert(
      fc.property(transactions, (moved) => {
        const reversed = moved.map((one): Transaction => ({ ...one, type: one.type === "debit" ? "credit" : "debit" }));
        expect(netByCurrency({ list: [...moved, ...reversed] })).toEqual(noBuzz);
      }),
    );
  });
});

describe("totalOf", () => {
  it("adds up all currencies", () => {
    expect(totalOf({ blue: 1, green: 20, yellow: 300 })).toBe(321);
    expect(totalOf(noBuzz)).toBe(0);
  });
});

describe("transactionSchema", () => {
  it("refuses a negative amount: the direction is said by the type", () => {
    expect(transactionSchema.safeParse(debit(-1, "blue")).success).toBe(false);
  });

  it("takes fractions, a whatif's missing id and members it does not know", () => {
    const hosted = { ...debit(2.5, "yellow"), note: "new" };
    expect(transactionSchema.parse(hosted)).toEqual(hosted);
  });

  it("refuses a movement that is neither debit nor credit", () => {
    expect(transactionSummarySchema.safeParse({ list: [{ ...debit(1, "blue"), type: "charge" }] }).success).toBe(false);
  });
});
