import { openingBalances } from "#contract/account-operation.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import type { Account, Permissions } from "../store/account-store.ts";
import type { Store } from "../store/store.ts";
import { recordMovements } from "./ledger.ts";

/** Open an account with balances, by entries of its ledger. `undefined` when the token has one already. */
export function openAccount(
  store: Store,
  tokenHash: string,
  opening: { balances: Readonly<Amounts>; permissions: Permissions; at: number },
): Account | undefined {
  return store.transaction(() => {
    if (store.accounts.findByTokenHash(tokenHash)) return undefined;
    const account = store.accounts.insert(tokenHash, opening.permissions, opening.at);
    recordOpening(store, account.id, opening.at, opening.balances);
    return account;
  });
}

/** Write what an account opens with, in whole Buzz. Inside of a transaction, for an account without entries. */
export function recordOpening(store: Store, accountId: number, at: number, balances = openingBalances): void {
  recordMovements(
    store,
    { accountId, reason: "opening balance", key: `opening:${accountId}`, at },
    currencies.map((currency) => ({ currency, type: "credit", amount: balances[currency] })),
  );
}
