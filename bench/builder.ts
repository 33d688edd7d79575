/*
 * The builder in Chromium at a quarter of the processor: how long a key stroke in a prompt takes to be seen, in a chain
 * of 20 steps; how long a chain of 100 steps takes to open; how its rows follow a drag. And how long compiling the
 * published document takes here, where it lies beside (CONTRACT_DATA).
 *
 *   npm run build && node --import tsx bench/builder.ts
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { InputNode } from "#contract/catalogue/catalogue.ts";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { findChromium, quietFlags } from "../e2e/find-chromium.ts";

const slowdown = 4;
const port = 4392;
const folder = mkdtempSync(join(tmpdir(), "baton-bench-builder-"));
const documentPath = join(process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");

console.log("| what | measured |");
console.log("|---|---|");
if (existsSync(documentPath)) {
  const text = readFileSync(documentPath, "utf8");
  const startedAt = performance.now();
  const catalogue = compileCatalogue(JSON.parse(text));
  const readAt = performance.now();
  const leaves = catalogue.stepTypes.reduce((sum, { input }) => sum + leavesOf(input), 0);
  console.log(`| published document: parsed and compiled | ${Math.round(readAt - startedAt)} ms |`);
  console.log(`| its ${leaves} variants compiled as well | ${Math.round(performance.now() - readAt)} ms |`);
}

const host = spawn(process.execPath, ["--import", "tsx", "src/host/start.ts"], {
  env: { ...process.env, PORT: String(port), SANDBOX_DATA: join(folder, "sandbox.db"), SANDBOX_SEED: "empty" },
});
const browser = await chromium.launch({ executablePath: await findChromium(), args: quietFlags });
try {
  await new Promise((resolve) => host.stdout.once("data", resolve));
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  // The runner names inner functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (value) => value");
  await openChain(page, 20);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const strokes = await typeInto(page, "a lighthouse at dawn, mist over the harbour, painterly light");
  console.log(`| key stroke to paint, 20 steps: p50 | ${percentile(strokes, 0.5)} ms |`);
  console.log(`| key stroke to paint, 20 steps: p95 (aim: under 50) | ${percentile(strokes, 0.95)} ms |`);

  const opened = await openChain(page, 100);
  console.log(`| chain of 100 steps opens (aim: under 1000) | ${Math.round(opened)} ms |`);
  const frames = await dragFirstStep(page);
  console.log(`| frame while a step of 100 is dragged: p50 (aim: 20 or less) | ${percentile(frames, 0.5)} ms |`);
  console.log(`| frame while a step of 100 is dragged: p95 | ${percentile(frames, 0.95)} ms |`);
} finally {
  await browser.close();
  host.kill();
  rmSync(folder, { recursive: true, force: true });
}

function leavesOf(node: InputNode): number {
  return node.kind === "choice" ? node.options.reduce((sum, option) => sum + leavesOf(option.node), 0) : 1;
}

/** Import a chain of so many steps into a new draft; answers how long it took to be there, in ms. */
async function openChain(page: Page, steps: number): Promise<number> {
  const body = {
    steps: Array.from({ length: steps }, (_, index) =>
      index % 2 === 0
        ? { $type: "imageGen", name: `draw${index}`, input: { engine: "flux", prompt: `picture ${index}` } }
        : {
            $type: "imageUpscaler",
            name: `enlarge${index}`,
            input: { image: { $ref: `draw${index - 1}`, path: "output.images[0].url" } },
          },
    ),
  };
  await page.goto(`http://127.0.0.1:${port}/workflows/new?draft=bench-${steps}`);
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Text" }).fill(JSON.stringify(body));
  await dialog.getByRole("button", { name: "Import" }).focus();
  return page.evaluate(async (count) => {
    const startedAt = performance.now();
    (document.activeElement as HTMLElement).click();
    const isThere = () => document.querySelectorAll('section[aria-label="Chain"] li').length >= count;
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - startedAt;
  }, steps);
}

/** Type a text into the prompt; answers how long each key stroke took to be painted, in ms (in steps of 8). */
async function typeInto(page: Page, text: string): Promise<number[]> {
  await page.getByLabel("Prompt", { exact: true }).click();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") seen.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  for (const character of text) await page.keyboard.press(character === " " ? "Space" : character, { delay: 40 });
  await page.waitForTimeout(1_000);
  const slow = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  // What is quicker than 16 ms is not told one by one.
  return [...slow, ...Array.from({ length: Math.max(0, text.length - slow.length) }, () => 8)];
}

/** Drag the first step down over others; answers the lengths of the frames meanwhile, in ms. */
async function dragFirstStep(page: Page): Promise<number[]> {
  const handle = await page.getByRole("button", { name: "Move draw0" }).boundingBox();
  if (!handle) throw new Error("There is no step to drag.");
  await page.mouse.move(handle.x + 8, handle.y + 8);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const next = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, { frames });
  });
  for (let moved = 0; moved < 400; moved += 8) await page.mouse.move(handle.x + 8, handle.y + 8 + moved);
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  await page.mouse.up();
  return frames;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
