/*
 * The sandbox with 1 000 000 stored workflows, about 2 kB each, 5 tags: cold start, memory, lists of many kinds, one
 * workflow, submits. Beside each a bare `node:http` server that answers as many bytes, in the same run: ratios count,
 * machines drift. The database is made once (some minutes) and kept under the temporary folder. `npm run bench` does the
 * same with 100 000.
 *
 *   node --import tsx bench/sandbox-million.ts [workflows]
 */

import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openStore } from "#sandbox/store/store.ts";
import { fillMillion, millionToken, rareTag, rareText } from "./million/fill-million.ts";
import { openBystander } from "./processes/bystander.ts";
import { type Asked, ask, countPerSecond, timeOneByOne } from "./processes/measure.ts";
import { type Served, startServer } from "./processes/start-server.ts";

const stored = Number(process.argv[2] ?? 1_000_000);
const seconds = 5;
const writesPerSecond = 20;
const database = join(tmpdir(), "baton-bench", `${stored}-workflows.db`);
const headers = { Authorization: `Bearer ${millionToken}`, "Content-Type": "application/json" };
const list = "/v2/consumer/workflows";
const page = (query: string): Asked => ({ path: `${list}?take=50&hideMatureContent=false&${query}`, headers });
const many = (count: number, query: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => page(query(i)));

const { madeInSeconds } = fillMillion(database, stored);
console.log(
  madeInSeconds > 0 ? `${stored} workflows stored in ${madeInSeconds} s.\n` : `${stored} workflows are there.\n`,
);
// A file of an earlier version is brought to the newest shape before anything is measured.
openStore(database).close();
// How much of the file the system has in memory is chance, by what was done before; now it is all of it.
await pipeline(createReadStream(database), async (bytes) => {
  for await (const _ of bytes);
});

const starts: number[] = [];
let sandbox = await timedStart();
for (let again = 0; again < 2; again += 1) {
  await sandbox.stop();
  sandbox = await timedStart();
}
const afterStart = await sandbox.facts();
const bare = await startServer("bare-server.ts");
const bystander = await openBystander(sandbox.origin);
// Code that has not run yet is slow in any server, and is not what a list costs. None of these is among the lists below.
const warmUp = many(200, (i) => `tags=campaign:${i}&tags=client:${i % 60}&status=succeeded`);
await timeOneByOne(sandbox.origin, warmUp);
await timeOneByOne(
  bare.origin,
  warmUp.map(() => ({ path: "/150000" })),
);

console.log(
  "| list of 50, one request at a time, each after a write | p50 ms | p99 ms | bytes | bare p50 ms | bare p99 ms |",
);
console.log("|---|---|---|---|---|---|");
const cursors = await deepCursors([0, 0.1, 0.5, 0.99]);
const tagPairs = many(400, (i) => `tags=project:${i % 40}&tags=stage:${stage(i)}&status=succeeded`);
await compareTimes("two tags and status", tagPairs);
await compareTimes(
  "two rarer tags and status",
  many(400, (i) => `tags=project:${i}&tags=client:${i % 60}&status=failed`),
);
await compareTimes(
  "three tags, two statuses",
  many(400, (i) => `tags=campaign:${i % 50}&tags=client:${i % 7}&tags=stage:draft&status=failed&status=canceled`),
);
await compareTimes(
  `rare tag (${rareTag.count} workflows)`,
  many(200, () => `tags=${rareTag.name}`),
);
await compareTimes(
  "rare tag and a common one",
  many(200, () => `tags=${rareTag.name}&tags=stage:draft`),
);
await compareTimes(
  `rare text (${rareText.count} workflows)`,
  many(200, () => `query=${encodeURIComponent(rareText.text)}`),
);
await compareTimes(
  "text of one workflow",
  many(200, (i) => `query=${encodeURIComponent(`shot ${i * 4211 + 1}`)}`),
);
await compareTimes(
  "text that is nowhere",
  many(200, (i) => `query=nowhere%20${i}`),
);
await compareTimes(
  "words that are never side by side",
  many(100, () => "query=holiday%20weekend%20anniversary%20autumn"),
);
await compareTimes(
  "common text",
  many(200, () => "query=lighthouse"),
);
await compareTimes(
  "common text, tag and status",
  many(200, (i) => `query=lighthouse&tags=project:${i % 40}&status=succeeded`),
);
await compareTimes(
  "rare text and a common tag",
  many(200, () => `query=${encodeURIComponent(rareText.text)}&tags=stage:draft`),
);
await compareTimes(
  "text of two letters that is nowhere",
  many(50, () => "query=%5Eq"),
);
for (const [depth, cursor] of cursors) {
  await compareTimes(
    `no filter, ${depth} workflows deep`,
    many(300, () => `cursor=${cursor}`),
  );
  await compareTimes(
    `one tag, ${depth} workflows deep`,
    many(300, (i) => `tags=client:${i % 20}&cursor=${cursor}`),
  );
}

console.log(
  "\n| eight connections | sandbox/s | p50 ms | p99 ms | processor µs | bytes | bare/s | bare processor µs | sandbox to bare | by processor |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|");
const ids = await someIds();
await compareRates("the same list by two tags and status", tagPairs.slice(0, 1));
await compareRates("forty lists by two tags and status in turn", tagPairs);
const stopWriting = bystander.keepWriting(writesPerSecond);
await compareRates(`the same list, beside ${writesPerSecond} writes a second`, tagPairs.slice(0, 1));
await compareRates(`forty lists in turn, beside ${writesPerSecond} writes a second`, tagPairs);
await stopWriting();
await compareRates("the same workflow", [{ path: `${list}/${ids[0]}`, headers }]);
await compareRates(
  `${ids.length} different workflows`,
  ids.map((id) => ({ path: `${list}/${id}`, headers })),
);
await compareRates("submit of one echo", [{ path: list, method: "POST", headers, body: echo() }]);

const atEnd = await sandbox.facts();
console.log("\n| process | figure |\n|---|---|");
console.log(`| from its start to the first page, median of ${starts.length} | ${median(starts)} ms |`);
console.log(`| resident after the first page | ${afterStart.residentMb} MB |`);
console.log(`| resident at the end of this run | ${atEnd.residentMb} MB, ${atEnd.heapMb} MB of it heap |`);
await Promise.all([sandbox.stop(), bare.stop()]);

async function timedStart(): Promise<Served> {
  const startedAt = performance.now();
  const served = await startServer("sandbox-server.ts", [database]);
  await ask(served.origin, page("status=succeeded"));
  starts.push(Math.round(performance.now() - startedAt));
  return served;
}

async function compareTimes(name: string, asked: Asked[]): Promise<void> {
  const ours = await timeOneByOne(sandbox.origin, asked, bystander.write);
  const floor = await timeOneByOne(
    bare.origin,
    asked.map(() => ({ path: `/${ours.bytes}` })),
  );
  const cells = [ours.p50, ours.p99, ours.bytes, floor.p50, floor.p99].map((cell) => Number(cell.toFixed(1)));
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}

async function compareRates(name: string, asked: Asked[]): Promise<void> {
  const { bytes } = await timeOneByOne(sandbox.origin, asked.slice(0, 50));
  const ours = await countPerSecond(sandbox, asked, seconds);
  const constant = asked.map((one) => ({ ...one, path: `/${bytes}` }));
  const floor = await countPerSecond(bare, constant, seconds);
  const ratios = [ours.perSecond / floor.perSecond, floor.microseconds / ours.microseconds].map((one) =>
    one.toFixed(2),
  );
  const cells = [ours.perSecond, ours.p50, ours.p99, ours.microseconds, bytes, floor.perSecond, floor.microseconds];
  console.log(`| ${name} | ${[...cells, ...ratios].join(" | ")} |`);
}

/** Cursors at these shares of all workflows, as a client gets them: the `next` of a page. */
async function deepCursors(shares: number[]): Promise<[depth: number, cursor: string][]> {
  const cursors: [number, string][] = [];
  for (const share of shares) {
    const toDate = new Date(Date.now() - share * 365 * 86_400_000).toISOString();
    const { next } = JSON.parse(String(await ask(sandbox.origin, page(`toDate=${toDate}`))));
    cursors.push([Math.round(share * stored), next]);
  }
  return cursors;
}

async function someIds(): Promise<string[]> {
  const { items }: { items: { id: string }[] } = JSON.parse(
    String(await ask(sandbox.origin, { path: `${list}?take=1000&tags=project:3`, headers })),
  );
  return items.map(({ id }) => id);
}

function echo(): string {
  return JSON.stringify({
    steps: [{ $type: "echo", input: { message: "x".repeat(900) } }],
    tags: ["project:3", "client:2", "campaign:9", "batch:new", "stage:draft"],
    metadata: { title: "Shot of the benchmark", note: "harbour lighthouse at dawn ".repeat(6) },
  });
}

function stage(index: number): string {
  return ["draft", "review", "final", "approved"][index % 4] ?? "draft";
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
