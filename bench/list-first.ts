import type { Browser, Page } from "@playwright/test";
import type { ListStub } from "./list-stub.ts";

const slowdown = 4;
const viewport = { width: 1440, height: 900 };

export type FirstRows = { rowsMs: number; blockedMs: number; requests: number; scriptKb: number };

/** A page with nothing cached, at a quarter of the processor. */
export async function openSlowPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  // The runner names inner functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (value) => value");
  // The first steps are shown once in a life; the list every day.
  await page.addInitScript(() => localStorage.setItem("baton.tour-seen", "true"));
  await slowDown(page);
  return page;
}

export async function slowDown(page: Page, rate: number = slowdown): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Open a list from nothing: when its rows are painted, how long the page was blocked until then, and what was loaded. */
export async function benchFirstRows(browser: Browser, stub: ListStub, path: string): Promise<FirstRows> {
  const page = await openSlowPage(browser);
  await page.addInitScript(() => {
    const seen = { rowsMs: 0, blockedMs: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (seen.rowsMs === 0 || startTime < seen.rowsMs) seen.blockedMs += Math.max(0, duration - 50);
      }
    }).observe({ type: "longtask", buffered: true });
    const look = () => {
      if (!document.querySelector('ol[aria-label="Workflows"] li')) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        seen.rowsMs = performance.now();
      });
    };
    look();
  });
  stub.requests.length = 0;
  await page.goto(stub.origin + path);
  await page.waitForFunction(() => (window as unknown as { seen: FirstRows }).seen.rowsMs > 0);
  // What the page loads once it is idle is not waited for by anybody.
  const loaded = stub.requests.filter((request) => !request.path.includes("/blobs/"));
  const seen = await page.evaluate(() => (window as unknown as { seen: FirstRows }).seen);
  const scripts = loaded.filter((request) => request.path.endsWith(".js"));
  await page.context().close();
  return {
    ...seen,
    requests: loaded.length,
    scriptKb: scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
  };
}

/** How long after a press on a filter its rows are painted, in ms. */
export async function benchFilter(browser: Browser, stub: ListStub, path: string): Promise<number> {
  const page = await openSlowPage(browser);
  await page.goto(stub.origin + path);
  await page.getByRole("link", { name: "Picture 0 of", exact: false }).first().waitFor();
  if (path.startsWith("/workflows")) await page.getByRole("button", { name: "Filter by status" }).click();
  const control = path.startsWith("/workflows")
    ? page.getByRole("checkbox", { name: "Failed", exact: true })
    : page.getByRole("button", { name: "Failed" });
  await page.waitForLoadState("networkidle");
  const ms = await control.evaluate(async (element) => {
    const startedAt = performance.now();
    (element as HTMLElement).click();
    const first = () => document.querySelector('ol[aria-label="Workflows"] li')?.textContent ?? "";
    while (!first().includes("Picture 3 of")) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - startedAt;
  });
  await page.context().close();
  return ms;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
