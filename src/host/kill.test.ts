import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LedgerEntry, SandboxAccount } from "#contract/control-operations.ts";
import { currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";

/*
 * A process of its own, over a file, ended by SIGKILL in the middle of its work: it can't tidy anything up.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = `
  import { serve } from "#host/serve.ts";
  import { readSettings } from "#host/settings.ts";
  const { settings } = readSettings(process.env);
  const { address } = await serve(settings);
  process.stdout.write(address);
`;
const headers = { Authorization: "Bearer sandbox_kill", "Content-Type": "application/json" };
const opening = { blue: 200, green: 300, yellow: 1000 };

let folder: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "baton-kill-"));
});

afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true });
});

/** Start the process over the file of this test, and answer its address. */
async function start(): Promise<string> {
  const environment = {
    PORT: "0",
    SANDBOX_DATA: join(folder, "sandbox.db"),
    SANDBOX_SEED: "empty",
    SANDBOX_SPEED: "20",
  };
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  const [address] = await once(child.stdout, "data");
  return String(address);
}

async function kill(): Promise<void> {
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, "exit");
  running.kill("SIGKILL");
  await ended;
}

/** Pictures, some of them slow, chains of two steps, and failures that are refunded. */
function templateOf(index: number): object {
  const words = index % 5 === 0 ? "[fail]" : index % 7 === 0 ? "[partial]" : index % 4 === 1 ? "[slow]" : "";
  const prompt = `lighthouse ${index} ${words}`;
  const picture = { engine: "flux", prompt, width: 128, height: 128, quantity: 2 + (index % 2) };
  const image = { $ref: "first", path: "output.images[0].url" };
  const second = { $type: "convertImage", name: "second", input: { image, output: { format: "webp" } } };
  return {
    externalId: `order-${index}`,
    tags: ["kill"],
    steps: [{ $type: "imageGen", name: "first", input: picture }, ...(index % 2 === 0 ? [second] : [])],
  };
}

const orders = Array.from({ length: 24 }, (_, index) => index);

/** Submit every order; what the kill cuts off has no answer. */
async function submitAll(address: string, query = ""): Promise<(Workflow | undefined)[]> {
  return Promise.all(
    orders.map(async (index) => {
      try {
        const body = JSON.stringify(templateOf(index));
        const answer = await fetch(`${address}/v2/consumer/workflows${query}`, { method: "POST", headers, body });
        expect([200, 202]).toContain(answer.status);
        return (await answer.json()) as Workflow;
      } catch (error) {
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    }),
  );
}

async function get<Body>(address: string, path: string): Promise<Body> {
  return (await fetch(`${address}${path}`, { headers })).json() as Promise<Body>;
}

const charged = (entries: readonly LedgerEntry[]) => entries.filter(({ reason }) => reason === "workflow");
/** What the account gave for these, after what came back. */
const spent = (entries: readonly LedgerEntry[]) =>
  entries.reduce((sum, { type, amount }) => sum + (type === "debit" ? amount : -amount), 0);

describe("a process that is killed in the middle of its work", () => {
  it("goes on after a restart, loses nothing and charges nothing twice", { timeout: 120_000 }, async () => {
    let address = await start();
    const body = JSON.stringify({ token: "sandbox_kill", balances: opening });
    await fetch(`${address}/_sandbox/accounts`, { method: "POST", headers, body });
    const answered = new Map<number, string>();
    for (const pauseMs of [40, 120, 400]) {
      const submitting = submitAll(address);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await kill();
      for (const [index, workflow] of (await submitting).entries()) {
        if (!workflow?.id) continue;
        expect(answered.get(index) ?? workflow.id).toBe(workflow.id);
        answered.set(index, workflow.id);
      }
      address = await start();
    }
    const inFlight = await get<{ items: Workflow[] }>(address, "/v2/consumer/workflows?status=processing");
    expect(inFlight.items?.length, "work that was under way when the process was killed").toBeGreaterThan(0);

    const workflows = (await submitAll(address, "?wait=60")).filter((workflow) => workflow !== undefined);
    expect(workflows).toHaveLength(orders.length);
    for (const [index, id] of answered) expect(workflows[index]?.id).toBe(id);
    const listed = await get<{ items: Workflow[] }>(address, "/v2/consumer/workflows?tags=kill&take=1000");
    expect(listed.items.map(({ id }) => id).sort()).toEqual(workflows.map(({ id }) => id).sort());

    const { balances, entries } = await get<SandboxAccount>(address, "/_sandbox/account");
    for (const currency of currencies) {
      expect(balances[currency] + spent(entries.filter((entry) => entry.currency === currency))).toBe(0);
    }
    for (const [index, workflow] of workflows.entries()) {
      expect(workflow.status, `order ${index}`).toBe(index % 5 === 0 ? "failed" : "succeeded");
      const own = entries.filter(({ workflowId }) => workflowId === workflow.id);
      const paidIn = charged(own).map(({ currency }) => currency);
      expect(new Set(paidIn).size, `order ${index} is charged once per currency`).toBe(paidIn.length);
      expect(spent(charged(own)), `order ${index} is charged its quote`).toBe(await priceOf(address, index));
      expect(spent(own), `order ${index} costs what was delivered`).toBe(workflow.cost?.total);
    }
  });
});

async function priceOf(address: string, index: number): Promise<number> {
  const body = JSON.stringify(templateOf(index));
  const answer = await fetch(`${address}/v2/consumer/workflows?whatif=true`, { method: "POST", headers, body });
  return ((await answer.json()) as Workflow).cost?.total ?? 0;
}
