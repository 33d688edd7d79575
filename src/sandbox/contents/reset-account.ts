import { seedDemo } from "../demo/seed-demo.ts";
import { recordOpening } from "../ledger/open-account.ts";
import { done, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";

/**
 * Throw away what an account has: workflows, files, tags and its book. It then has the opening balances, and the demo
 * data where that is wished. Whoever waits for one of its workflows hears that it is gone.
 */
export async function resetAccount(
  services: Services,
  account: Account,
  seed: "demo" | "empty",
): Promise<Outcome<undefined>> {
  const { store, clock, changes, heldAccounts } = services;
  // Demo data is being made for it: a second month would be mixed into the first.
  if (heldAccounts.has(account.id)) {
    return { ok: false, reason: "conflict", detail: "This account is being reset; wait until that is done." };
  }
  store.transaction(() => {
    for (const id of store.accounts.removeContents(account.id)) store.afterCommit(() => changes.announce(id));
    recordOpening(store, account.id, clock.now());
  });
  if (seed === "demo") await seedDemo(services, account);
  return done(undefined);
}
