import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any screen has between two of its controls. */
const stopsAtMost = 60;

/** Go to a control by Tab (or Shift+Tab), as who has no mouse does. Fails when the way there is closed. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(control).toBeVisible();
  for (let stops = 0; stops < stopsAtMost; stops += 1) {
    if (await hasFocus(control)) return;
    await page.keyboard.press(key);
  }
  await expect(control, `reached by ${key}`).toBeFocused();
}

/** Go to a control by Tab and press it. */
export async function pressOn(page: Page, control: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Choose from a native select by the arrow keys, from its top. */
export async function chooseByArrows(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select);
  const options = await select
    .locator("option:enabled")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  await page.keyboard.press("Home");
  for (let steps = options.indexOf(value); steps > 0; steps -= 1) await page.keyboard.press("ArrowDown");
  await expect(select).toHaveValue(value);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
