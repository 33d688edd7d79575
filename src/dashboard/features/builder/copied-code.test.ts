import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExportKind, exportText } from "#dashboard/display/export-text.ts";
import { systemClock } from "#sandbox/clock.ts";
import { createSandbox, type Sandbox } from "#sandbox/create-sandbox.ts";
import { defaultRateLimit } from "#sandbox/options.ts";

/* What is copied runs as it is, in a shell and in Node, against a real server on a port. */

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const token = "sandbox_copied-code";
const message = `it's "$HOME" \`x\` \\ ! {} \n line`;
const body = { steps: [{ $type: "echo", name: "say", input: { message } }], tags: ["copied"] };

let sandbox: Sandbox;
let server: Server;
let origin: string;

beforeAll(async () => {
  const options = { database: ":memory:", clock: systemClock, speed: 100, running: true, rateLimit: defaultRateLimit };
  sandbox = createSandbox(options);
  server = createServer(getRequestListener((request) => sandbox.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // Proven by listening on a port.
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await sandbox.close();
});

describe("a body that is copied", () => {
  it.each([
    ["json", "the body of a call", sendBody],
    ["curl", "a command of a shell", (text: string) => run("sh", ["-c", `${text.trimEnd()} --silent`], { env: env() })],
    ["fetch", "a module of Node", runModule],
    ["client", "a module that uses the vendor's client, with a loader that resolves its folders", runModule],
  ] as const)("as %s runs as %s", async (kind: ExportKind, _, runText: (text: string) => Promise<unknown>) => {
    const before = await submitted();
    await runText(exportText(kind, body, origin, 10));
    const after = await submitted();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      status: "succeeded",
      tags: ["copied"],
      steps: [{ $type: "echo", name: "say", input: { message }, output: { message } }],
    });
  });
});

const env = () => ({ PATH: process.env.PATH ?? "", CIVITAI_TOKEN: token });

function runModule(text: string) {
  return run(process.execPath, ["--import", "tsx", "--input-type=module", "-e", text], { cwd: root, env: env() });
}

function sendBody(text: string) {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  return fetch(`${origin}/v2/consumer/workflows?wait=10`, { method: "POST", headers, body: text });
}

async function submitted(): Promise<unknown[]> {
  const answer = await fetch(`${origin}/v2/consumer/workflows`, { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).items;
}
