import { tabTo } from "./keys.ts";
import { expect, test } from "./operator.ts";

test.describe("the first steps", () => {
  test.beforeEach(async ({ page }) => {
    // The fixture's operator has been here before; this one has not.
    await page.addInitScript(() => {
      if (sessionStorage.getItem("visited")) return;
      sessionStorage.setItem("visited", "yes");
      localStorage.removeItem("baton.tour-seen");
    });
  });

  test("are gone through by the keyboard, take no focus of themselves, and never come again", async ({ page }) => {
    await page.goto("/workflows");
    const steps = page.getByRole("complementary", { name: "First steps" });
    await expect(steps.getByRole("heading", { name: "Here the Buzz is play money" })).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await tabTo(page, steps.getByRole("button", { name: "Next" }));
    await page.keyboard.press("Enter");
    await expect(steps.getByRole("heading", { name: "The price comes first" })).toBeFocused();
    await tabTo(page, steps.getByRole("button", { name: "Next" }));
    await page.keyboard.press("Enter");
    await expect(steps).toContainText("3 of 3");
    await tabTo(page, steps.getByRole("button", { name: "Done" }));
    await page.keyboard.press("Enter");
    await expect(steps).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.getItem("baton.tour-seen"))).toBe("true");
  });

  test("are skipped by Escape, and come back from the palette only", async ({ page }) => {
    await page.goto("/spend");
    const steps = page.getByRole("complementary", { name: "First steps" });
    await steps.getByRole("button", { name: "Skip", exact: true }).focus();
    await page.keyboard.press("Escape");
    await expect(steps).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog", { name: "Go to, or do" }).getByRole("combobox")).toBeFocused();
    await page.keyboard.type("first steps");
    await page.keyboard.press("Enter");
    await expect(steps).toContainText("1 of 3");
  });
});
