import type { Browser } from "@playwright/test";
import type { ListStub } from "./list-stub.ts";

const minuteMs = 60_000;

/** How many requests open pages make in a minute: two lists, a workflow, and a list in a hidden tab. */
export async function benchMinute(browser: Browser, stub: ListStub): Promise<void> {
  stub.total = 1_000;
  for (const [what, path, active, isHidden] of [
    ["a list at rest", "/workflows", 0, false],
    ["a list with work under way", "/workflows", 20, false],
    ["a workflow under way", "/workflows/wf-2026112410-0", 20, false],
    ["a list with work under way in a hidden tab", "/workflows", 20, true],
  ] as const) {
    stub.active = active;
    const page = await (await browser.newContext()).newPage();
    await page.goto(stub.origin + path);
    await page.getByText("Picture 0 of the series").first().waitFor();
    await page.waitForTimeout(2_000);
    if (isHidden)
      await page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden" });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      });
    stub.requests.length = 0;
    await new Promise((resolve) => setTimeout(resolve, minuteMs));
    const asked = stub.requests.filter(({ path }) => !path.includes("/blobs/")).length;
    console.log(`| requests a minute of ${what} | ${asked} | | |`);
    await page.context().close();
  }
}
