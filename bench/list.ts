/*
 * The list of workflows in Chromium at a quarter of the processor, beside a page of the same stack that does the least
 * (bench/floor), in the same run: ratios count, machines drift. Then 100 000 loaded rows: frames while scrolling, memory,
 * an hour of polling in a few minutes; and how many requests a page makes in a real minute.
 *
 *   npm run build && node --import tsx bench/list.ts
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { findChromium, quietFlags } from "../e2e/find-chromium.ts";
import { benchFilter, benchFirstRows, median } from "./list-first.ts";
import { benchLoaded } from "./list-loaded.ts";
import { benchMinute } from "./list-minute.ts";
import { benchPolling } from "./list-polling.ts";
import { openListStub } from "./list-stub.ts";

const rounds = 5;
const loaded = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "baton-bench-list-"));
await build({
  root: fileURLToPath(new URL("floor", import.meta.url)),
  base: "/floor/",
  configFile: false,
  logLevel: "error",
  plugins: [react()],
  build: { outDir: folder, target: "es2023" },
});
const stub = await openListStub([
  { prefix: "/floor/", folder },
  { prefix: "/", folder: "dist" },
]);
const browser = await chromium.launch({ executablePath: await findChromium(), args: quietFlags });
try {
  console.log("| what | list | floor | ratio or aim |");
  console.log("|---|---|---|---|");
  await beside(browser);
  await benchLoaded(browser, stub, loaded);
  await benchPolling(browser, stub);
  await benchMinute(browser, stub);
} finally {
  await browser.close();
  await stub.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The list and the floor in turn, so that what the machine does meanwhile meets both. */
async function beside(browser: Browser): Promise<void> {
  stub.total = 10_000;
  const list = { first: [] as number[], blocked: [] as number[], filter: [] as number[] };
  const floor = { first: [] as number[], blocked: [] as number[], filter: [] as number[] };
  let counts = { requests: 0, scriptKb: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const [path, into] of [
      ["/workflows", list],
      ["/floor/", floor],
    ] as const) {
      const first = await benchFirstRows(browser, stub, path);
      into.first.push(first.rowsMs);
      into.blocked.push(first.blockedMs);
      if (into === list) counts = first;
      into.filter.push(await benchFilter(browser, stub, path));
    }
  }
  const ratio = (of: "first" | "filter") => (median(list[of]) / median(floor[of])).toFixed(2);
  console.log(`| rows visible, ms | ${median(list.first)} | ${median(floor.first)} | ${ratio("first")} (aim: 1.5) |`);
  console.log(`| blocked until then, ms | ${median(list.blocked)} | ${median(floor.blocked)} | aim: under 250 |`);
  console.log(
    `| filter pressed to rows painted, ms | ${median(list.filter)} | ${median(floor.filter)} | ${ratio("filter")} (aim: 2) |`,
  );
  console.log(`| JavaScript of the first view, brotli kB | ${counts.scriptKb.toFixed(0)} | | aim: 140 |`);
  console.log(`| requests of the first view, without thumbnails | ${counts.requests} | | aim: 8 |`);
}
