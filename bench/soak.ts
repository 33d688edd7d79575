/*
 * Two minutes at 50 submits a second on loopback, of all kinds of steps, with chains, cancels, reads, long polls and
 * media that are looked at. Ends with a failure where an answer was an error that nobody asked for, memory grew after
 * the warm-up, or the server's event loop was held up.
 *
 *   node --import tsx bench/soak.ts [seconds]
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomFrom } from "#sandbox/random.ts";
import type { ServerFacts } from "./processes/messages.ts";
import { startServer } from "./processes/start-server.ts";
import { createVisitors } from "./soak/visitors.ts";

const seconds = Number(process.argv[2] ?? 120);
const submitsPerSecond = 50;
/** Work takes a twentieth of its time, so that it all comes to its end during the run. */
const speed = "20";
const limits = { loopP99Ms: 50, heapGrowthMb: 15, residentGrowthMb: 60 };

const folder = mkdtempSync(join(tmpdir(), "baton-soak-"));
const served = await startServer("sandbox-server.ts", [join(folder, "soak.db"), speed]);
const visitors = createVisitors(served.origin, randomFrom(11));
await visitors.openAccount();

/** How often each comes, a second. */
const rates: [everyMs: number, visit: () => Promise<void>][] = [
  [1000 / submitsPerSecond, visitors.submit],
  [100, visitors.list],
  [50, visitors.get],
  [100, visitors.awaitEnd],
  [500, visitors.cancel],
  [200, visitors.look],
  [1000, visitors.tag],
];

const warmUpSeconds = seconds / 4;
const startedAt = performance.now();
const timers = rates.map(([everyMs, visit]) => setInterval(() => void visit(), everyMs));
await until(warmUpSeconds);
const warm = await served.facts();
served.forgetDelays();
console.log(
  `| second | heap MB | resident MB | loop p99 ms | loop max ms | submits | errors |\n|---|---|---|---|---|---|---|`,
);
tell(warm);
let last: ServerFacts = warm;
for (let at = 2; at <= 8; at += 1) {
  await until(warmUpSeconds + ((seconds - warmUpSeconds) * (at - 1)) / 7);
  last = await served.facts();
  tell(last);
}
for (const timer of timers) clearInterval(timer);
await visitors.leave();
console.log(`\n| what | answers | p50 ms | p99 ms |\n|---|---|---|---|`);
for (const [name, count, p50, p99] of visitors.table()) console.log(`| ${name} | ${count} | ${p50} | ${p99} |`);
await served.stop();
rmSync(folder, { recursive: true });

const faults = [
  ...visitors.errors().map((error) => `an error: ${error}`),
  ...(last.loopP99Ms < limits.loopP99Ms ? [] : [`the event loop's p99 is ${last.loopP99Ms} ms`]),
  ...(last.heapMb - warm.heapMb < limits.heapGrowthMb
    ? []
    : [`the heap grew from ${warm.heapMb} to ${last.heapMb} MB`]),
  ...(last.residentMb - warm.residentMb < limits.residentGrowthMb
    ? []
    : [`resident memory grew from ${warm.residentMb} to ${last.residentMb} MB`]),
];
console.log(faults.length === 0 ? "\nNothing is amiss." : `\nAmiss:\n${faults.slice(0, 20).join("\n")}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function tell({ heapMb, residentMb, loopP99Ms, loopMaxMs }: ServerFacts): void {
  const second = Math.round((performance.now() - startedAt) / 1000);
  const cells = [second, heapMb, residentMb, loopP99Ms, loopMaxMs, visitors.submitted(), visitors.errors().length];
  console.log(`| ${cells.join(" | ")} |`);
}

function until(second: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, startedAt + second * 1000 - performance.now()));
}
