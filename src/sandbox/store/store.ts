import { type AccountStore, createAccountStore } from "./account-store.ts";
import { type BlobStore, createBlobStore } from "./blob-store.ts";
import { type CallbackStore, createCallbackStore } from "./callback-store.ts";
import { type Database, openDatabase } from "./database.ts";
import { createLedgerStore, type LedgerStore } from "./ledger-store.ts";
import { createMetaStore, type MetaStore } from "./meta-store.ts";
import { migrate } from "./migrations.ts";
import { createStepStore, type StepStore } from "./step-store.ts";
import { createWorkflowStore, type WorkflowStore } from "./workflow-store.ts";

/** Everything that the sandbox keeps, in one SQLite file. */
export type Store = Pick<
  Database,
  "transaction" | "rehearse" | "assertTransaction" | "refuseTransaction" | "writes" | "afterCommit" | "copyTo" | "close"
> & {
  meta: MetaStore;
  accounts: AccountStore;
  ledger: LedgerStore;
  workflows: WorkflowStore;
  steps: StepStore;
  blobs: BlobStore;
  callbacks: CallbackStore;
};

/** Open the file (or ":memory:") and bring it to the newest shape. */
export function openStore(path: string): Store {
  const database = openDatabase(path);
  migrate(database);
  return {
    meta: createMetaStore(database),
    accounts: createAccountStore(database),
    ledger: createLedgerStore(database),
    workflows: createWorkflowStore(database),
    steps: createStepStore(database),
    blobs: createBlobStore(database),
    callbacks: createCallbackStore(database),
    transaction: database.transaction,
    rehearse: database.rehearse,
    assertTransaction: database.assertTransaction,
    refuseTransaction: database.refuseTransaction,
    writes: database.writes,
    afterCommit: database.afterCommit,
    copyTo: database.copyTo,
    close: database.close,
  };
}
