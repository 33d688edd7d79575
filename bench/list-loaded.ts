import type { Browser, Page } from "@playwright/test";
import { slowDown } from "./list-first.ts";
import type { ListStub } from "./list-stub.ts";

const scrollMs = 10_000;
/** A frame under this is one that nobody notices. */
const frameMs = 50;

/** Load so many rows, then scroll through them at a quarter of the processor, and weigh them. */
export async function benchLoaded(browser: Browser, stub: ListStub, rows: number): Promise<void> {
  stub.total = rows;
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.goto(`${stub.origin}/workflows`);
  await page.getByLabel("Select Picture 0 of the series").check();
  const startedAt = performance.now();
  await page.getByRole("button", { name: "Select all that match" }).click();
  const all = rows.toLocaleString("en");
  await page.getByText(`${all} selected`).first().waitFor({ timeout: 600_000 });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`| ${all} rows loaded and selected, s, unslowed | ${seconds} | | |`);
  await page.getByRole("button", { name: "Select none" }).click();
  const heap = await heapMb(page);
  console.log(`| heap with ${all} rows, MB | ${heap.toFixed(1)} | | aim: under 60 |`);

  const floor = await openFloor(browser, stub);
  for (const [what, stepPx] of [
    ["wheeled through 400 px a frame", 400],
    [`dragged from end to end in ${scrollMs / 1000} s`, 0],
  ] as const) {
    const said = [say(await scrollSlowly(page, stepPx)), say(await scrollSlowly(floor, stepPx))].join(" | ");
    console.log(
      `| frames over ${frameMs} ms, ${what}, after the first second (floor: ${floorRows} rows) | ${said} | aim: 0 |`,
    );
  }
  await floor.context().close();
  console.log(`| heap after scrolling, MB | ${(await heapMb(page)).toFixed(1)} | | aim: under 60 |`);
  await page.context().close();
}

/** The floor compares all of its rows at each page: a tenth of them has to do, in large pages. */
const floorRows = 10_000;

async function openFloor(browser: Browser, stub: ListStub): Promise<Page> {
  stub.total = floorRows;
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.goto(`${stub.origin}/floor/?take=1000`);
  await page.waitForFunction((heightPx) => {
    const box = document.querySelector('ol[aria-label="Workflows"]')?.parentElement;
    if (box) box.scrollTop = box.scrollHeight;
    return (box?.scrollHeight ?? 0) >= heightPx;
  }, floorRows * 40);
  return page;
}

function say(frames: readonly number[]): string {
  const slow = frames.filter((ms) => ms > frameMs).length;
  return `${slow} of ${frames.length} (p50 ${at(frames, 0.5)}, p99 ${at(frames, 0.99)}, longest ${at(frames, 1)} ms)`;
}

/** One page at a time: a page that is slowed down keeps a core busy for it, also while it does nothing. */
async function scrollSlowly(page: Page, stepPx: number): Promise<number[]> {
  await page.bringToFront();
  await slowDown(page);
  const frames = await scroll(page, stepPx);
  await slowDown(page, 1);
  return frames;
}

/** Scroll for ten seconds, by so many px a frame or else from end to end; answers the frames after the first second. */
function scroll(page: Page, stepPx: number): Promise<number[]> {
  return page.evaluate(
    ({ stepPx, scrollMs }) => {
      const box = document.querySelector('ol[aria-label="Workflows"]')?.parentElement;
      if (!box) throw new Error("There is no list.");
      box.scrollTop = 0;
      return new Promise<number[]>((resolve) => {
        const frames: number[] = [];
        const startedAt = performance.now();
        let last = startedAt;
        const next = (now: number) => {
          if (now - startedAt > 1_000) frames.push(now - last);
          last = now;
          if (now - startedAt > scrollMs) return resolve(frames);
          const share = (now - startedAt) / scrollMs;
          box.scrollTop = stepPx > 0 ? box.scrollTop + stepPx : share * (box.scrollHeight - box.clientHeight);
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      });
    },
    { stepPx, scrollMs },
  );
}

/** What is in use after everything unused was collected, in MB. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
