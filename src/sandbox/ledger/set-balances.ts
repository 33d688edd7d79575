import { randomUUID } from "node:crypto";
import { type Amounts, currencies } from "#contract/currency.ts";
import type { Store } from "../store/store.ts";
import { type Movement, recordMovements } from "./ledger.ts";

/**
 * Bring balances to wished amounts, in whole Buzz, by one movement for each currency that differs: the ledger stays the
 * sum of its entries. What is not wished for stays.
 */
export function setBalances(store: Store, accountId: number, wish: Partial<Amounts>, at: number): void {
  store.transaction(() => {
    const now = store.accounts.balances(accountId);
    const movements = currencies.map((currency): Movement => {
      const difference = (wish[currency] ?? now[currency]) - now[currency];
      return { currency, type: difference > 0 ? "credit" : "debit", amount: Math.abs(difference) };
    });
    // Each adjustment is an event of its own, however alike two of them are.
    const key = `adjust:${accountId}:${randomUUID()}`;
    recordMovements(store, { accountId, reason: "balance set by hand", key, at }, movements);
  });
}
