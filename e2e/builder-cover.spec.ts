import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

/* What stands in front of the builder for a while, and what of it is there before it is needed. */

const chain = {
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse" } },
    { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
  ],
};

for (const width of [1440, 1000, 390]) {
  test(`neither a toast nor the first steps cover the price and its button, ${width} px wide`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/workflows/new?view=graph");
    await importChain(page);
    await expect(page.getByRole("button", { name: /^Run for \d+/ })).toBeVisible();
    await page.getByRole("button", { name: "Copy as" }).click();
    await page.getByRole("menuitem", { name: "JSON" }).click();
    await page.evaluate(() => {
      // As if it was told in another tab: the store of this one follows.
      localStorage.setItem("baton.tour-seen", "false");
      dispatchEvent(new StorageEvent("storage", { key: "baton.tour-seen" }));
    });
    const toast = page.locator("[data-sonner-toast]");
    await expect(toast).toBeVisible();
    const quote = page.getByRole("region", { name: "Quote" });
    await expect(async () => expect(await overlap(toast, quote)).toBe(false)).toPass();
    const steps = page.getByRole("complementary", { name: "First steps" });
    await expect(steps).toBeVisible();
    await expect(async () => expect(await overlap(steps, quote)).toBe(false)).toPass();
  });
}

test("what a screen shows only on demand opens without a network, too", async ({ page, context }) => {
  await page.goto("/workflows");
  await page.waitForResponse((answer) => /json-editor.*\.js$/.test(answer.url()));
  await page.getByRole("link", { name: "New workflow" }).first().click();
  await importChain(page);
  await expect(page.getByRole("button", { name: /^Run for \d+/ })).toBeVisible();

  await context.setOffline(true);
  const bar = page.getByRole("toolbar", { name: "Chain" });
  await bar.getByText("Graph", { exact: true }).click();
  await expect(page.getByRole("group", { name: /Step 1, hero/ })).toBeVisible();
  await bar.getByText("JSON", { exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Workflow body as JSON" })).toContainText('"name": "hero"');
  await bar.getByText("List", { exact: true }).click();
  await page.getByRole("button", { name: "Actions of hero" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Give Image a value of its own" }).click();
  await page.getByRole("button", { name: "Choose a past output for Image" }).click();
  await expect(page.getByRole("dialog", { name: "Choose a past picture" })).toBeVisible();
});

async function importChain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByRole("textbox", { name: "Text" }).fill(JSON.stringify(chain));
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
}

/** Whether two parts of the page lie over one another. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error("One of them is not in the page.");
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
