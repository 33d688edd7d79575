import { describe, expect, it } from "vitest";
import { openStore } from "../store/store.ts";
import { recordMovements } from "./ledger.ts";
import { openAccount } from "./open-account.ts";

function anAccount(blue: number) {
  const store = openStore(":memory:");
  const permissions = { write: true, mature: true };
  const account = openAccount(store, "hash", { balances: { blue, green: 0, yellow: 0 }, permissions, at: 0 });
  if (!account) throw new Error("The account was there already.");
  return { store, cause: { accountId: account.id, reason: "test", key: "test:1", at: 1 } };
}

describe("recordMovements", () => {
  it("writes the movements of one cause once, however often they are recorded", () => {
    const { store, cause } = anAccount(10);
    for (let time = 0; time < 3; time += 1) {
      store.transaction(() => recordMovements(store, cause, [{ currency: "blue", type: "debit", amount: 4 }]));
    }
    expect(store.accounts.balances(cause.accountId).blue).toBe(6);
    expect(store.ledger.ofAccount(cause.accountId, 10)).toHaveLength(2);
  });

  it("undoes the transaction that would take a balance below zero", () => {
    const { store, cause } = anAccount(10);
    const overdraw = () =>
      store.transaction(() =>
        recordMovements(store, cause, [
          { currency: "blue", type: "debit", amount: 10 },
          { currency: "green", type: "debit", amount: 1 },
        ]),
      );
    expect(overdraw).toThrow("CHECK");
    expect(store.accounts.balances(cause.accountId).blue).toBe(10);
    expect(store.ledger.ofAccount(cause.accountId, 10)).toHaveLength(1);
  });

  it("refuses to write money outside of a transaction", () => {
    const { store, cause } = anAccount(10);
    const outside = () => recordMovements(store, cause, [{ currency: "blue", type: "debit", amount: 1 }]);
    expect(outside).toThrow("inside of a transaction");
  });

  it("opens a token's account once", () => {
    const { store } = anAccount(10);
    const again = { balances: { blue: 99, green: 0, yellow: 0 }, permissions: { write: true, mature: true }, at: 0 };
    expect(openAccount(store, "hash", again)).toBeUndefined();
  });
});
