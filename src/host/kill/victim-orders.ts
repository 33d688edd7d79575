import type { Amounts } from "#contract/currency.ts";
import type { StoredLedgerEntry } from "#sandbox/store/ledger-store.ts";

/** What the kill test says to the program that it kills, and what comes back. */
export type VictimOrder = { kind: "open"; database: string } | { kind: "books"; token: string };
export type VictimAnswer = { kind: "loaded" } | { kind: "opened"; address: string } | { kind: "books"; books: Books };

/** An account as the store has it. */
export type Books = { balances: Amounts; entries: StoredLedgerEntry[] };
