import type { Currency } from "#contract/currency.ts";
import type { Database } from "./database.ts";

/** A movement of an account's Buzz, as it is written down; never changed, never removed. */
export type NewLedgerEntry = {
  accountId: number;
  workflowId?: string;
  currency: Currency;
  type: "debit" | "credit";
  /** Whole Buzz, above zero. */
  amount: number;
  /** Why, in words for people. */
  reason: string;
  /** Why, in words for the program: an entry of the same key is written once. */
  reasonKey: string;
  /** Milliseconds since 1970. */
  createdAt: number;
};
export type StoredLedgerEntry = Omit<NewLedgerEntry, "reasonKey"> & { seq: number };

export type LedgerStore = {
  /** Whether it was written; `false` when an entry of this key is there. */
  insert(entry: NewLedgerEntry): boolean;
  /** The entries of one workflow, oldest first. */
  ofWorkflow(workflowId: string): StoredLedgerEntry[];
  /** The entries of several workflows, oldest first. */
  ofWorkflows(workflowIds: readonly string[]): StoredLedgerEntry[];
  /** An account's entries, newest first. */
  ofAccount(accountId: number, limit: number): StoredLedgerEntry[];
};

type EntryRow = {
  seq: number;
  account_id: number;
  workflow_id: string | null;
  currency: Currency;
  type: "debit" | "credit";
  amount: number;
  reason: string;
  created_at: number;
};

export function createLedgerStore(database: Database): LedgerStore {
  const insert = database.statement(
    `INSERT INTO ledger_entry (account_id, workflow_id, currency, type, amount, reason, reason_key, created_at)
     VALUES (:accountId, :workflowId, :currency, :type, :amount, :reason, :reasonKey, :createdAt)
     ON CONFLICT (reason_key) DO NOTHING`,
  );
  const ofWorkflow = database.statement<EntryRow>(
    "SELECT * FROM ledger_entry WHERE workflow_id = :workflowId ORDER BY seq",
  );
  const ofWorkflows = database.statement<EntryRow>(
    `SELECT entry.* FROM json_each(:workflowIds) AS wanted
     JOIN ledger_entry AS entry ON entry.workflow_id = wanted.value ORDER BY entry.seq`,
  );
  const ofAccount = database.statement<EntryRow>(
    "SELECT * FROM ledger_entry WHERE account_id = :accountId ORDER BY seq DESC LIMIT :limit",
  );
  return {
    insert: (entry) => insert.run({ ...entry, workflowId: entry.workflowId ?? null }).changes === 1,
    ofWorkflow: (workflowId) => ofWorkflow.all({ workflowId }).map(toEntry),
    ofWorkflows: (workflowIds) => ofWorkflows.all({ workflowIds: JSON.stringify(workflowIds) }).map(toEntry),
    ofAccount: (accountId, limit) => ofAccount.all({ accountId, limit }).map(toEntry),
  };
}

function toEntry(row: EntryRow): StoredLedgerEntry {
  const { seq, currency, type, amount, reason } = row;
  return {
    seq,
    accountId: row.account_id,
    workflowId: row.workflow_id ?? undefined,
    currency,
    type,
    amount,
    reason,
    createdAt: row.created_at,
  };
}
