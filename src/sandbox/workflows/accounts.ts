import { openingBalances, type SandboxAccount } from "#contract/account-operation.ts";
import type { Amounts } from "#contract/currency.ts";
import { toIso } from "../clock.ts";
import { openAccount } from "../ledger/open-account.ts";
import { setBalances } from "../ledger/set-balances.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account, Permissions } from "../store/account-store.ts";

/** The account of a token, told by the token's SHA-256; its first use opens it. */
export function accountOf(services: Services, tokenHash: string): Account {
  const { store, clock } = services;
  const known = store.accounts.findByTokenHash(tokenHash);
  if (known) return known;
  const permissions = { write: true, mature: true };
  const opened = openAccount(store, tokenHash, { balances: openingBalances, permissions, at: clock.now() });
  if (!opened) throw new Error("An account appeared while it was opened.");
  return opened;
}

/** Open an account with balances and permissions of one's choice; what is not said is as at a first use. */
export function openNamedAccount(
  services: Services,
  tokenHash: string,
  wish: { balances?: Partial<Amounts>; permissions?: Partial<Permissions> },
): Outcome<Account> {
  const opened = openAccount(services.store, tokenHash, {
    balances: { ...openingBalances, ...wish.balances },
    permissions: { write: wish.permissions?.write ?? true, mature: wish.permissions?.mature ?? true },
    at: services.clock.now(),
  });
  return opened ? done(opened) : { ok: false, reason: "conflict", detail: "This token has an account already." };
}

/** How many entries of the ledger are told. */
const shownEntries = 1000;

/** Balances, and the latest entries of the ledger, newest first. */
export function readAccount(services: Services, account: Account): SandboxAccount {
  const { accounts, ledger } = services.store;
  return {
    balances: accounts.balances(account.id),
    entries: ledger
      .ofAccount(account.id, shownEntries)
      .map(({ seq, createdAt, currency, type, amount, reason, workflowId }) => ({
        id: `tx_${seq}`,
        createdAt: toIso(createdAt),
        currency,
        type,
        amount,
        reason,
        workflowId: workflowId ?? null,
      })),
  };
}

/** Set balances of an account, in whole Buzz; what is not said stays. */
export function adjustBalances({ store, clock }: Services, account: Account, wish: Partial<Amounts>): void {
  setBalances(store, account.id, wish, clock.now());
}
