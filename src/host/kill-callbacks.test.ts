import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callbackPayloadSchema } from "#contract/callbacks.ts";
import { workflowSchema } from "#contract/workflow.ts";
import { createVictims, type Victim } from "./kill/victims.ts";

/*
 * A process ended by SIGKILL while it delivers callbacks to a receiver that lives on.
 */
const rounds = 12;
const workflowsPerRound = 5;
const order = ["unassigned", "preparing", "scheduled", "processing", "succeeded"];
const headers = { Authorization: "Bearer sandbox_callbacks", "Content-Type": "application/json" };

let folder: string;
let victims: ReturnType<typeof createVictims>;
let receiver: Server;
let hook: string;
/** What was told of each workflow, in the order of arrival. */
let told: Map<string, string[]>;
let hear: () => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "baton-kill-callbacks-"));
  victims = createVictims(join(folder, "sandbox.db"), 1);
  told = new Map();
  hear = () => {};
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { workflowId, status } = callbackPayloadSchema.parse(JSON.parse(body));
    told.set(workflowId, [...(told.get(workflowId) ?? []), status]);
    hear();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});

afterEach(async () => {
  await victims.stop();
  receiver.closeAllConnections();
  receiver.close();
  rmSync(folder, { recursive: true });
});

async function submit({ address }: Victim): Promise<string> {
  const steps = [{ $type: "imageGen", input: { engine: "flux", prompt: "a fox", width: 64, height: 64 } }];
  const body = JSON.stringify({ steps, callbacks: [{ url: hook, type: ["workflow:*"] }] });
  const response = await fetch(`${address}/v2/consumer/workflows`, { method: "POST", headers, body });
  return workflowSchema.parse(await response.json()).id ?? "";
}

/** Resolves when the receiver was told so many more events: in the middle of their delivery. */
function hears(events: number): Promise<void> {
  let left = events;
  return new Promise((resolve) => {
    hear = () => {
      left -= 1;
      if (left <= 0) resolve();
    };
  });
}

describe("a process that is killed while it delivers callbacks", () => {
  it("tells every event at least once and in order, over all restarts", { timeout: 120_000 }, async () => {
    const ids: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const victim = await victims.start();
      const isUnderWay = hears(1 + ((round * 7) % 20));
      for (let one = 0; one < workflowsPerRound; one += 1) ids.push(await submit(victim));
      await isUnderWay;
      await victim.kill();
    }
    await victims.start();
    const ended = () => ids.filter((id) => told.get(id)?.at(-1) === "succeeded").length;
    await expect.poll(ended, { timeout: 60_000 }).toBe(ids.length);
    expect(ids).toHaveLength(rounds * workflowsPerRound);
    for (const id of ids) {
      const statuses = told.get(id) ?? [];
      // Told again is told the same, before anything that came later.
      expect([...new Set(statuses)]).toEqual(order);
      const ranks = statuses.map((status) => order.indexOf(status));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });
});
