/*
 * Two minutes at 50 submits a second on loopback, of all kinds of steps, with chains, cancels, reads, long polls and
 * media that are looked at. Beside it a bare `node:http` server that is asked as often in the same minutes: it tells how
 * long the machine itself lets a process wait. Ends with a failure where an answer was an error that nobody asked for, the
 * rate was not held, memory grew after the warm-up, or the server's event loop was held up longer than the bare one's.
 *
 * The file holds the work of earlier days, and somebody reads through all of it: what the sandbox keeps of a file in memory
 * is thereby full before the warm-up ends. In an empty file it would fill as the file grows, for longer than two minutes,
 * and a leak would look the same.
 *
 *   node --import tsx bench/soak.ts [seconds]
 */

import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomFrom } from "#sandbox/random.ts";
import { fillMillion } from "./million/fill-million.ts";
import { ask } from "./processes/measure.ts";
import type { ServerFacts } from "./processes/messages.ts";
import { startServer } from "./processes/start-server.ts";
import { createVisitors } from "./soak/visitors.ts";

const seconds = Number(process.argv[2] ?? 120);
const submitsPerSecond = 50;
/** Work takes a twentieth of its time, so that it all comes to its end during the run. */
const speed = "20";
const limits = { loopP99Ms: 50, heapGrowthMb: 10, residentGrowthMb: 30 };

/** More than fits into any of the sandbox's caches. */
const storedBefore = 20_000;

const folder = mkdtempSync(join(tmpdir(), "baton-soak-"));
const database = join(folder, "soak.db");
fillMillion(database, storedBefore);
const served = await startServer("sandbox-server.ts", [database, speed]);
const bare = await startServer("bare-server.ts");
const bareAgent = new Agent({ keepAlive: true, maxSockets: 20 });
const visitors = createVisitors(served.origin, randomFrom(11));
await visitors.openAccount();

/** How often each comes, a second. */
const rates: [everyMs: number, visit: () => Promise<unknown>][] = [
  [1000 / submitsPerSecond, visitors.submit],
  [100, visitors.list],
  [50, visitors.get],
  [100, visitors.awaitEnd],
  [500, visitors.cancel],
  [200, visitors.look],
  [1000, visitors.tag],
  [50, visitors.readThrough],
  [10, () => ask(bare.origin, { path: "/2000" }, bareAgent)],
];

const warmUpSeconds = seconds / 4;
const startedAt = performance.now();
let isOver = false;
const coming = rates.map(([everyMs, visit]) => keepComing(everyMs, visit));
await until(warmUpSeconds);
const warm = await served.facts();
for (const server of [served, bare]) server.forgetDelays();
const columns = ["second", "heap MB", "external MB", "resident MB", "loop p99 ms", "loop max ms"];
console.log(`| ${[...columns, "bare p99 ms", "bare max ms", "submits", "errors"].join(" | ")} |`);
console.log(`|${"---|".repeat(10)}`);
let last: ServerFacts = warm;
let lastOfBare = await bare.facts();
tell();
for (let at = 2; at <= 8; at += 1) {
  await until(warmUpSeconds + ((seconds - warmUpSeconds) * (at - 1)) / 7);
  [last, lastOfBare] = await Promise.all([served.facts(), bare.facts()]);
  tell();
}
const perSecond = (visitors.submitted() * 1000) / (performance.now() - startedAt);
isOver = true;
await Promise.all(coming);
await visitors.leave();
bareAgent.destroy();
console.log(`\n| what | answers | p50 ms | p99 ms |\n|---|---|---|---|`);
for (const [name, count, p50, p99] of visitors.table()) console.log(`| ${name} | ${count} | ${p50} | ${p99} |`);
await Promise.all([served.stop(), bare.stop()]);
rmSync(folder, { recursive: true });

const faults = [
  ...visitors.errors().map((error) => `an error: ${error}`),
  ...(perSecond > submitsPerSecond * 0.99 ? [] : [`only ${perSecond.toFixed(1)} submits a second were sent`]),
  ...(last.loopP99Ms - lastOfBare.loopP99Ms < limits.loopP99Ms
    ? []
    : [`the event loop's p99 is ${last.loopP99Ms} ms, a bare server's ${lastOfBare.loopP99Ms} ms`]),
  ...(last.heapMb - warm.heapMb < limits.heapGrowthMb
    ? []
    : [`the heap grew from ${warm.heapMb} to ${last.heapMb} MB`]),
  ...(last.residentMb - warm.residentMb < limits.residentGrowthMb
    ? []
    : [`resident memory grew from ${warm.residentMb} to ${last.residentMb} MB`]),
];
console.log(faults.length === 0 ? "\nNothing is amiss." : `\nAmiss:\n${faults.slice(0, 20).join("\n")}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function tell(): void {
  const second = Math.round((performance.now() - startedAt) / 1000);
  const { heapMb, externalMb, residentMb, loopP99Ms, loopMaxMs } = last;
  const ofBare = [lastOfBare.loopP99Ms, lastOfBare.loopMaxMs];
  const cells = [second, heapMb, externalMb, residentMb, loopP99Ms, loopMaxMs, ...ofBare];
  console.log(`| ${[...cells, visitors.submitted(), visitors.errors().length].join(" | ")} |`);
}

/** Whoever would have come while this process was held up comes right after: answers that are slow slow nobody down. */
async function keepComing(everyMs: number, visit: () => Promise<unknown>): Promise<void> {
  for (let next = startedAt + everyMs; !isOver; next += everyMs) {
    if (next > performance.now()) await until((next - startedAt) / 1000);
    void visit();
  }
}

function until(second: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, startedAt + second * 1000 - performance.now()));
}
