import type { Amounts, Currency } from "#contract/currency.ts";
import type { Store } from "../store/store.ts";

/** A movement that is to be written. Amounts in whole Buzz; nothing is written for 0. */
export type Movement = {
  currency: Currency;
  type: "debit" | "credit";
  amount: number;
};

/** Whose money moves, for which workflow, why, and when (milliseconds since 1970). */
export type MovementCause = {
  accountId: number;
  workflowId?: string;
  /** In words for people, such as "refund: step \"hero\" failed". */
  reason: string;
  /** In words for the program. The movements of one cause happen once, however often they are recorded. */
  key: string;
  at: number;
};

/**
 * Write movements and change the balances with them, inside of the running transaction. A movement of the same key,
 * currency and type that is there already is left as it is. Throws if a balance would fall below zero: plan first.
 */
export function recordMovements(store: Store, cause: MovementCause, movements: readonly Movement[]): void {
  store.assertTransaction();
  const { accountId, workflowId, reason, key, at } = cause;
  for (const { currency, type, amount } of movements) {
    if (amount === 0) continue;
    const reasonKey = `${key}:${type}:${currency}`;
    const isNew = store.ledger.insert({
      accountId,
      workflowId,
      currency,
      type,
      amount,
      reason,
      reasonKey,
      createdAt: at,
    });
    if (isNew) store.accounts.addToBalance(accountId, currency, type === "credit" ? amount : -amount);
  }
}

/** What balances come to when movements are added to them. Whole Buzz; nothing is written. */
export function addMovements(balances: Readonly<Amounts>, movements: readonly Movement[]): Amounts {
  const sums = { ...balances };
  for (const { currency, type, amount } of movements) sums[currency] += type === "credit" ? amount : -amount;
  return sums;
}
