import { type Amounts, type Currency, currencies } from "#contract/currency.ts";
import { isTerminal, statuses } from "#contract/status.ts";
import type { Database } from "./database.ts";

export type Permissions = { write: boolean; mature: boolean };

/** An account is a bearer token, of which only the SHA-256 is known. */
export type Account = { id: number; permissions: Permissions };

export type AccountStore = {
  findByTokenHash(tokenHash: string): Account | undefined;
  findById(id: number): Account | undefined;
  insert(tokenHash: string, permissions: Permissions, createdAt: number): Account;
  balances(accountId: number): Amounts;
  /** Change a balance; the ledger does this, beside an entry. Throws if it would fall below zero. */
  addToBalance(accountId: number, currency: Currency, amount: number): void;
  /**
   * Remove everything that the account has, its book included; token and permissions stay. Answers the ids of the
   * workflows that were not over.
   */
  removeContents(accountId: number): string[];
};

const liveStatuses = statuses
  .filter((status) => !isTerminal(status))
  .map((status) => `'${status}'`)
  .join(", ");

type AccountRow = { id: number; can_write: number; can_mature: number };

export function createAccountStore(database: Database): AccountStore {
  const byHash = database.statement<AccountRow>(
    "SELECT id, can_write, can_mature FROM account WHERE token_hash = :tokenHash",
  );
  const byId = database.statement<AccountRow>("SELECT id, can_write, can_mature FROM account WHERE id = :id");
  const insert = database.statement(
    `INSERT INTO account (token_hash, can_write, can_mature, created_at)
     VALUES (:tokenHash, :canWrite, :canMature, :createdAt)`,
  );
  const balances = database.statement<Amounts>("SELECT blue, green, yellow FROM account WHERE id = :id");
  const addTo = Object.fromEntries(
    currencies.map((currency) => [
      currency,
      database.statement(`UPDATE account SET ${currency} = ${currency} + :amount WHERE id = :id`),
    ]),
  );
  const live = database.statement<{ id: string }>(
    `SELECT id FROM workflow WHERE account_id = :id AND status IN (${liveStatuses})`,
  );
  // Steps, documents, tags of workflows and their blobs go with the workflows.
  const removals = ["workflow", "blob", "tag", "ledger_entry", "callback_delivery"].map((table) =>
    database.statement(`DELETE FROM ${table} WHERE account_id = :id`),
  );
  const clearBalances = database.statement("UPDATE account SET blue = 0, green = 0, yellow = 0 WHERE id = :id");
  return {
    findByTokenHash: (tokenHash) => toAccount(byHash.get({ tokenHash })),
    findById: (id) => toAccount(byId.get({ id })),
    insert(tokenHash, permissions, createdAt) {
      const { lastInsertRowid } = insert.run({
        tokenHash,
        canWrite: Number(permissions.write),
        canMature: Number(permissions.mature),
        createdAt,
      });
      return { id: lastInsertRowid, permissions };
    },
    balances(accountId) {
      const row = balances.get({ id: accountId });
      if (!row) throw new Error(`There is no account ${accountId}.`);
      return { blue: row.blue, green: row.green, yellow: row.yellow };
    },
    addToBalance: (accountId, currency, amount) => {
      addTo[currency]?.run({ id: accountId, amount });
    },
    removeContents(accountId) {
      database.assertTransaction();
      const ids = live.all({ id: accountId }).map(({ id }) => id);
      for (const removal of [...removals, clearBalances]) removal.run({ id: accountId });
      return ids;
    },
  };
}

function toAccount(row: AccountRow | undefined): Account | undefined {
  return row && { id: row.id, permissions: { write: row.can_write === 1, mature: row.can_mature === 1 } };
}
