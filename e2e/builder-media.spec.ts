import type { Page } from "@playwright/test";
import { expect, test } from "./operator.ts";

/** The smallest PNG: one pixel. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function addsUpscaler(page: Page) {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Upscale image" }).click();
  const field = page.getByRole("group", { name: "Image", exact: true });
  return { field, address: field.getByRole("textbox", { name: "Image" }) };
}

test("a picture is uploaded from a file, and the chain is priced with it", async ({ page }) => {
  const { field, address } = await addsUpscaler(page);
  await field
    .locator('input[type="file"]')
    .setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await expect(address).toHaveValue(/^http.*\/blobs\//);
  await expect(page.getByRole("button", { name: /^Run for \d+/ })).toBeEnabled();
});

for (const [way, event, holder] of [
  ["dropped", "drop", "dataTransfer"],
  ["pasted", "paste", "clipboardData"],
] as const) {
  test(`a picture that is ${way} on the field is uploaded`, async ({ page }) => {
    const { address } = await addsUpscaler(page);
    await address.evaluate(
      (target, { bytes, event, holder }) => {
        const files = new DataTransfer();
        const binary = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
        files.items.add(new File([binary], "dot.png", { type: "image/png" }));
        const happening = new Event(event, { bubbles: true, cancelable: true });
        Object.defineProperty(happening, holder, { value: files });
        target.dispatchEvent(happening);
      },
      { bytes: png, event, holder },
    );
    await expect(address).toHaveValue(/^http.*\/blobs\//);
  });
}

test("a file that is none of the kinds is refused with the server's reason, and what was typed stays", async ({
  page,
}) => {
  const { field, address } = await addsUpscaler(page);
  await address.fill("https://x.example/a.png");
  await field
    .locator('input[type="file"]')
    .setInputFiles({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(field.getByRole("alert")).toContainText('"notes.png" was not uploaded.');
  await expect(address).toHaveValue("https://x.example/a.png");
});

test("what an earlier workflow made is chosen, but for what is hidden", async ({ page, operator }) => {
  const draw = (name: string, prompt: string, more = {}) => ({
    steps: [{ $type: "imageGen", name, input: { engine: "flux", prompt } }],
    ...more,
  });
  await operator.submits(draw("hero", "a lighthouse"), 20);
  await operator.submits(draw("nude", "a nude", { allowMatureContent: true }), 20);
  const { address } = await addsUpscaler(page);
  await page.getByRole("button", { name: "Choose a past output for Image" }).click();
  const dialog = page.getByRole("dialog", { name: "Choose a past picture" });
  await expect(dialog.getByText("1 more is hidden or withheld.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Use / })).toHaveCount(1);
  await dialog.getByRole("button", { name: "Use hero / images[0]" }).click();
  await expect(dialog).toBeHidden();

  await expect(address).toHaveValue(/^http.*\/blobs\//);
  await page.getByRole("button", { name: /^Run for \d+/ }).click();
  await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
});
