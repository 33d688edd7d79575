/*
 * The sandbox over HTTP with 100 000 stored workflows: a filtered list, one workflow, a submit. Beside each a bare
 * `node:http` server that answers a constant JSON of the same size, in the same run: ratios count, machines drift.
 *
 *   node --import tsx bench/sandbox-http.ts [workflows]
 */

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import autocannon from "autocannon";
import { manualClock } from "#sandbox/clock.ts";
import { createSandbox } from "#sandbox/create-sandbox.ts";

const stored = Number(process.argv[2] ?? 100_000);
const seconds = 8;
const token = "sandbox_benchmark";
const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
const sandbox = createSandbox({
  database: join(folder, "bench.db"),
  clock: manualClock(Date.now()),
  speed: 1,
  running: false,
  rateLimit: { perMinute: 1e9, burst: 1e9 },
});

type Measured = { perSecond: number; p50: number; p99: number };

await fill();
const server = createServer(getRequestListener((request) => sandbox.fetch(request), { overrideGlobalObjects: false }));
const origin = await listen(server);
const list = "/v2/consumer/workflows?tags=campaign-3&tags=batch-7&status=succeeded&take=50";
const first = await (await fetch(`${origin}/v2/consumer/workflows?take=1`, { headers })).json();

await compare("list by two tags and status, 50 rows", { path: list, method: "GET" });
await compare("get one workflow", { path: `/v2/consumer/workflows/${first.items[0].id}`, method: "GET" });
await compare("submit one echo step", { path: "/v2/consumer/workflows", method: "POST", body: echo(["bench"]) });

server.close();
await sandbox.close();
rmSync(folder, { recursive: true, force: true });

function echo(tags: string[]): string {
  return JSON.stringify({
    steps: [{ $type: "echo", input: { message: "hello" } }],
    tags,
    metadata: { note: "x".repeat(600) },
  });
}

/** Submit and run so many echo workflows, with tags of which two together are on one in a hundred. */
async function fill(): Promise<void> {
  await sandbox.fetch(
    new Request("http://127.0.0.1/_sandbox/accounts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token, balances: { blue: 2_000_000_000 } }),
    }),
  );
  const startedAt = performance.now();
  for (let index = 0; index < stored; index += 1) {
    const body = echo([`campaign-${index % 10}`, `batch-${Math.floor(index / 10) % 10}`]);
    await sandbox.fetch(new Request("http://127.0.0.1/v2/consumer/workflows", { method: "POST", headers, body }));
    if (index % 500 === 499) await sandbox.idle();
  }
  await sandbox.idle();
  console.log(`${stored} workflows stored in ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  console.log("| what | sandbox/s | p50 ms | p99 ms | bare/s | bare p99 ms | rate: sandbox to bare |");
  console.log("|---|---|---|---|---|---|---|");
}

async function compare(name: string, request: { path: string; method: "GET" | "POST"; body?: string }): Promise<void> {
  const answer = await fetch(origin + request.path, { method: request.method, headers, body: request.body });
  const constant = Buffer.from(await answer.arrayBuffer());
  const bare = createServer((incoming, reply) => {
    incoming.resume();
    incoming.on("end", () => reply.writeHead(200, { "Content-Type": "application/json" }).end(constant));
  });
  const bareOrigin = await listen(bare);
  const [ours, floor] = [await measure(origin, request), await measure(bareOrigin, request)];
  bare.close();
  const ratio = (ours.perSecond / floor.perSecond).toFixed(2);
  console.log(
    `| ${name} (${constant.length} B) | ${ours.perSecond} | ${ours.p50} | ${ours.p99} | ${floor.perSecond} | ${floor.p99} | ${ratio} |`,
  );
}

async function measure(
  at: string,
  { path, method, body }: { path: string; method: "GET" | "POST"; body?: string },
): Promise<Measured> {
  const { requests, latency, errors, non2xx } = await autocannon({
    url: at + path,
    method,
    headers,
    body,
    connections: 4,
    duration: seconds,
  });
  if (errors + non2xx > 0) throw new Error(`${errors} errors, ${non2xx} refusals at ${path}`);
  return { perSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99 };
}

async function listen(one: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
