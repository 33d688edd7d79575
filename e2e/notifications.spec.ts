import type { Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

const image = (name: string, prompt: string) => ({
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt } }],
  metadata: { name },
});
// A minute at a tenth of its time: long enough to go elsewhere.
const slowly = image("Harbour", "a harbour [slow]");

const bell = (page: Page) => page.getByRole("banner").getByRole("button", { name: /^Notifications/ });
const panel = (page: Page) => page.getByRole("dialog", { name: "Notifications" });

/** Keeps what the browser was told to show, as its own notifications are outside the page. */
async function recordBrowserNotices(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shown: string[] = [];
    class Recorded {
      static permission = "granted";
      static requestPermission = async () => "granted";
      onclick: (() => void) | null = null;
      constructor(title: string, options: { body?: string }) {
        shown.push(`${title}. ${options.body ?? ""}`);
      }
      close() {}
    }
    Object.assign(window, { Notification: Recorded, shownNotices: shown });
  });
  return () => page.evaluate(() => Reflect.get(window, "shownNotices"));
}

/** Puts the tab into the background, or to the front again, as the browser would say it. */
async function putInBackground(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (hidden ? "hidden" : "visible"),
    });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, isHidden);
}

test("what this browser ran is watched by itself, and told on any screen when it ends", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a fox [slow]");
  await page.getByLabel("Name", { exact: true }).fill("Fox");
  await page.getByRole("button", { name: "Run for 10: 10 blue" }).click();
  await expect(page.getByRole("button", { name: "Watched" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: "Spend" }).click();
  const told = page.getByRole("listitem").filter({ hasText: "Fox: succeeded" });
  await expect(told).toBeVisible({ timeout: 30_000 });
  await told.getByRole("button", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "Fox", level: 1 })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 new");
  await bell(page).click();
  await expect(panel(page).getByRole("link", { name: /Fox: succeeded/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("a workflow is watched by its button, over a reload, and not after a second press", async ({ page, operator }) => {
  const id = await operator.submits(slowly);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await page.reload();
  await page.getByRole("button", { name: "Watched" }).click();
  await bell(page).click();
  await expect(panel(page).getByText("Watched now: 0")).toBeVisible();
});

test("what one account of the sandbox watches is neither told nor forgotten under another", async ({
  page,
  operator,
}) => {
  const id = await operator.submits(slowly);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await page.getByRole("link", { name: "Connections" }).click();
  const work = async (token: string) => {
    await page.getByRole("button", { name: "Use another account" }).click();
    await page.getByLabel("Sandbox token").fill(token);
    await page.getByRole("button", { name: "Use this account" }).click();
    await bell(page).click();
  };
  await work(`${operator.token}_b`);
  await expect(panel(page).getByText("Watched now: 0")).toBeVisible();
  await page.keyboard.press("Escape");
  await work(operator.token);
  await expect(panel(page).getByText("Watched now: 1")).toBeVisible();
});

test("a watched workflow that was deleted is watched no longer", async ({ page, operator }) => {
  const id = await operator.submits(slowly);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await operator.calls("DELETE", `/v2/consumer/workflows/${id}`);
  await page.goto("/spend");
  await bell(page).click();
  await expect(panel(page).getByText("Watched now: 0")).toBeVisible();
});

test("a tab in the background asks nothing and tells nothing, until the operator turns it on", async ({
  page,
  operator,
}) => {
  const shown = await recordBrowserNotices(page);
  await page.clock.install();
  const first = await operator.submits(slowly);
  await page.goto(`/workflows/${first}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await page.getByRole("link", { name: "Spend" }).click();
  await expect(page.getByText("From 1 workflow", { exact: false })).toBeVisible();
  // What was asked for while it was in front is answered.
  await page.waitForLoadState("networkidle");
  await putInBackground(page, true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await expect.poll(async () => (await operator.reads(first)).status, { timeout: 30_000 }).toBe("succeeded");
  await page.clock.runFor("10:00");
  expect(asked).toEqual([]);
  expect(await shown()).toEqual([]);

  // Back in front it is told at once.
  await putInBackground(page, false);
  await expect(page.getByText("Harbour: succeeded")).toBeVisible();

  await bell(page).click();
  await panel(page).getByRole("switch", { name: "Tell me outside this tab, too" }).check();
  await page.keyboard.press("Escape");
  const second = await operator.submits(image("Secret figure", "a figure [slow] [rated:x]"));
  await page.goto(`/workflows/${second}`);
  await page.getByRole("button", { name: "Watch", exact: true }).click();
  await page.getByRole("link", { name: "Spend" }).click();
  await putInBackground(page, true);
  await expect.poll(async () => (await operator.reads(second)).status, { timeout: 30_000 }).toBe("succeeded");
  await page.clock.runFor("01:30");
  await expect.poll(async () => (await shown()).length).toBe(1);
  // Mature media is hidden: neither its name nor its rating leaves the page.
  expect((await shown())[0]).toMatch(/^Workflow \S+: succeeded. 1 output is withheld and can be released.$/);
});
