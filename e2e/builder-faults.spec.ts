import { expect, test } from "./operator.ts";

const body = {
  steps: [
    { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse" } },
    { $type: "echo", name: "say", input: { message: "hi" } },
    { $type: "convertImage", name: "save", input: { image: "https://x.example/a.png", output: { format: "bmp" } } },
  ],
};

test("a refusal names its fields, also those of other steps, and leads to them", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("button", { name: "Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByRole("textbox", { name: "Text" }).fill(JSON.stringify(body));
  await dialog.getByRole("button", { name: "Import" }).click();

  const quote = page.getByRole("region", { name: "Quote" });
  await expect(quote.getByText("Not priced yet")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run/ })).toHaveAccessibleDescription(/needs? a look|need a look/);
  await quote
    .getByRole("button", { name: /^save, output/ })
    .first()
    .click();
  const form = page.getByRole("region", { name: "Form of save" });
  await expect(form.locator(":focus")).toBeVisible();
  await expect(form.locator(":focus")).toHaveAttribute("aria-invalid", "true");

  await form.getByLabel("Format", { exact: true }).selectOption("png");
  await expect(quote.getByText("Not priced yet")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Run for \d+/ })).toBeEnabled();
});

test("a refusal of the workflow's own settings leads to what is folded there", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("hi");
  const settings = page.getByRole("region", { name: "Workflow settings" });
  await settings.getByText(/^More/).click();
  await settings.getByLabel("Tip to Civitai").fill("9");
  await settings.getByText(/^More/).click();
  const quote = page.getByRole("region", { name: "Quote" });
  await quote.getByRole("button", { name: /^tips\.civitai/ }).click();
  await expect(settings.getByLabel("Tip to Civitai")).toBeFocused();
});

test("an ephemeral workflow says who gets its result, and Run waits for it", async ({ page, operator }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("once");
  const settings = page.getByRole("region", { name: "Workflow settings" });
  await settings.getByText(/^More/).click();
  await settings.getByLabel("Ephemeral").check();
  await expect(settings.getByText(/Nobody would get its result/)).toBeVisible();
  await settings.getByLabel("Wait for the end").fill("20");
  await expect(settings.getByText(/Nobody would get its result/)).toBeHidden();
  await page.getByRole("button", { name: "Run for 10: 10 blue" }).click();
  await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("once").first()).toBeVisible();
  expect(await operator.balances()).toMatchObject({ blue: 490 });
});
