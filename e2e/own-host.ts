import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Fault } from "#contract/control-operations.ts";
import { test as base } from "./operator.ts";

export { expect } from "./operator.ts";

/** Arms what the next matching requests meet, and takes it away again; nothing stays armed after a test. */
type Faults = { arm(fault: Omit<Fault, "times"> & { times?: number }): Promise<void>; disarm(): Promise<void> };

/** More tries than anything makes, the browser's own included: it sends again what broke on a connection it had used. */
export const everyTry = 100;

/** The journeys' test with a host of its own: an armed fault meets whoever comes first, also another journey. */
export const test = base.extend<{ faults: Faults }, { ownHost: string }>({
  ownHost: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
    ({}, use) => withHost({}, use),
    { scope: "worker" },
  ],
  baseURL: async ({ ownHost }, use) => use(ownHost),
  faults: async ({ request }, use) => {
    const disarm = async () => void (await request.delete("/_sandbox/faults"));
    await use({ arm: async (fault) => void (await request.post("/_sandbox/faults", { data: fault })), disarm });
    await disarm();
  },
});

/** Run a host with an empty database, and with these settings, for as long as it is used. */
export async function withHost(
  settings: Record<string, string>,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "baton-e2e-host-"));
  const host = startHost(join(folder, "sandbox.db"), settings);
  await use(await addressOf(host));
  const ended = once(host, "exit");
  host.kill();
  await ended;
  rmSync(folder, { recursive: true });
}

function startHost(database: string, settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "src/host/start.ts"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, PORT: "0", SANDBOX_DATA: database, SANDBOX_SEED: "empty", SANDBOX_SPEED: "10", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The address, from the one line that the host prints when it answers. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout) {
    for await (const line of createInterface({ input: stdout })) {
      const address = /^Baton: (\S+)$/.exec(line)?.[1];
      if (address) return address;
    }
  }
  throw new Error("The host ended before it answered.");
}
