import type { Browser } from "@playwright/test";
import type { ListStub } from "./list-stub.ts";

const minuteMs = 60_000;
/** What a page loads at first, and once it is idle, is over by then. */
const settledMs = 5_000;

type Looked = { what: string; path: string; isHidden?: boolean };

/** How many requests open pages make in a real minute: lists at rest and with work under way, a workflow, a hidden tab. */
export async function benchMinute(browser: Browser, stub: ListStub): Promise<void> {
  Object.assign(stub, { total: 1_000, active: 0 });
  await count(browser, stub, [{ what: "a list at rest", path: "/workflows" }]);
  stub.active = 20;
  await count(browser, stub, [
    { what: "a list with work under way", path: "/workflows" },
    { what: "a workflow under way", path: "/workflows/wf-2026112410-0" },
    { what: "a list with work under way in a hidden tab", path: "/workflows", isHidden: true },
  ]);
}

async function count(browser: Browser, stub: ListStub, looks: readonly Looked[]): Promise<void> {
  // One after another: of several pages of one browser some may be held back.
  for (const { what, path, isHidden } of looks) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(stub.origin + path);
    const role = path === "/workflows" ? "link" : "heading";
    await page.getByRole(role, { name: "Picture 0 of the series" }).waitFor();
    await page.waitForTimeout(settledMs);
    if (isHidden)
      await page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden" });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      });
    let asked = 0;
    page.on("request", (request) => {
      if (!request.url().includes("/blobs/")) asked += 1;
    });
    await page.waitForTimeout(minuteMs);
    await page.context().close();
    console.log(`| requests a minute of ${what} | ${asked} | | |`);
  }
}
