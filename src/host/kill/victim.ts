import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { systemClock } from "#sandbox/clock.ts";
import { createSandbox, type Sandbox } from "#sandbox/create-sandbox.ts";
import { hashToken } from "#sandbox/http/authenticate.ts";
import { listenerOf } from "../listener.ts";
import type { Books, VictimAnswer, VictimOrder } from "./victim-orders.ts";

/*
 * The program that the kill test kills: a sandbox over HTTP and nothing else. It loads while an earlier one is still at
 * work, and opens its file when it is told to, so that a restart takes milliseconds.
 */

/** An image takes 20 ms. */
const speed = 200;
let sandbox: Sandbox | undefined;

process.on("message", async (order: VictimOrder) => {
  switch (order.kind) {
    case "open":
      return answer({ kind: "opened", address: await open(order.database) });
    case "books":
      return answer({ kind: "books", books: readBooks(order.token) });
  }
});
process.once("disconnect", () => process.exit());
answer({ kind: "loaded" });

async function open(database: string): Promise<string> {
  const rateLimit = { perMinute: 1e9, burst: 1e9 };
  const opened = createSandbox({ database, clock: systemClock, speed, running: true, rateLimit });
  sandbox = opened;
  const server = createServer(listenerOf((request, peer) => opened.fetch(request, peer)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Proven by Node: a server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Everything that the ledger says of an account; the sandbox's own answer about it is cut at a thousand entries. */
function readBooks(token: string): Books {
  if (!sandbox) throw new Error("The file is not open yet.");
  const { accounts, ledger } = sandbox.services.store;
  const account = accounts.findByTokenHash(hashToken(token));
  if (!account) throw new Error(`No account has the token ${token}.`);
  return { balances: accounts.balances(account.id), entries: ledger.ofAccount(account.id, Number.MAX_SAFE_INTEGER) };
}

function answer(message: VictimAnswer): void {
  process.send?.(message);
}
