import type { Browser } from "@playwright/test";
import { heapMb } from "./list-loaded.ts";
import type { ListStub } from "./list-stub.ts";

const pollSeconds = 10;
const warmPolls = 30;
const hourPolls = 360;

/** An hour of polling a list with work under way, by the page's own clock run fast: what it leaves behind. */
export async function benchPolling(browser: Browser, stub: ListStub): Promise<void> {
  Object.assign(stub, { total: 1_000, active: 20 });
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.clock.install();
  await page.goto(`${stub.origin}/workflows`);
  await page.getByText("Processing").first().waitFor();
  const poll = async (times: number) => {
    for (let done = 0; done < times; done += 1) {
      const answered = page.waitForResponse((response) => response.url().includes("/v2/consumer/workflows?"));
      await page.clock.runFor(pollSeconds * 1000);
      await answered;
    }
  };
  await poll(warmPolls);
  const before = { heap: await heapMb(page), nodes: await page.evaluate(() => document.querySelectorAll("*").length) };
  await poll(hourPolls);
  const after = { heap: await heapMb(page), nodes: await page.evaluate(() => document.querySelectorAll("*").length) };
  console.log(
    `| heap before and after an hour of polling, MB | ${before.heap.toFixed(1)}, ${after.heap.toFixed(1)} | | aim: flat |`,
  );
  console.log(`| elements before and after it | ${before.nodes}, ${after.nodes} | | aim: flat |`);
  await page.context().close();
}
