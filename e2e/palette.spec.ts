import type { Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

async function openPalette(page: Page) {
  // Keys are heard once the screen stands.
  await expect(page.getByRole("navigation", { name: "Screens" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Go to, or do" }).getByRole("combobox")).toBeFocused();
}

test("every screen and the last workflows are reached by a few letters, from anywhere", async ({ page, operator }) => {
  const id = await operator.submits(
    { steps: [{ $type: "echo", input: { message: "hi" } }], metadata: { name: "Harbour poster" }, tags: ["night"] },
    10,
  );
  await page.goto("/workflows");
  await openPalette(page);
  const palette = page.getByRole("dialog", { name: "Go to, or do" });
  await page.keyboard.type("templ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Templates", level: 1 })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type("night");
  await expect(palette.getByRole("option", { name: /Harbour poster/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/workflows/${id}$`));
  await expect(page.getByRole("heading", { name: "Harbour poster" })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type(id.slice(-8));
  await expect(palette.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Escape");

  await openPalette(page);
  await page.keyboard.type("zzzz");
  await expect(palette.getByText("Nothing is called like that.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("the switches are in the palette, and the keys on a sheet of their own", async ({ page }) => {
  await page.goto("/workflows");
  await page.getByRole("button", { name: "Go to, or do" }).click();
  await expect(page.getByRole("dialog", { name: "Go to, or do" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("theme: dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await openPalette(page);
  await page.keyboard.type("show mature");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("switch", { name: /Hide/ })).not.toBeChecked();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Confirm the open dialog");
});

test("what can be done on the page is in the palette, and asks as its button does", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [{ $type: "echo", name: "say", input: { message: "a [slow] word" } }] });
  await page.goto(`/workflows/${id}`);
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("group", { name: "On this page" }).getByRole("option")).not.toHaveCount(0);
  await page.keyboard.type("cancel the");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Cancel this workflow" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect((await operator.reads(id)).status).not.toBe("canceled");

  await page.getByRole("link", { name: "New workflow" }).click();
  await page.getByRole("option", { name: "Echo" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("view: json");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=json/);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("option", { name: /^Cancel the/ })).toHaveCount(0);
});
