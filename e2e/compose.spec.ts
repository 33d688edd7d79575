import { expect, test } from "./operator.ts";

test("an operator composes a chain, sees who pays, runs it and finds it in the list", async ({ page, operator }) => {
  await operator.has({ blue: 8, green: 100, yellow: 100 });
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dawn");
  await page.getByLabel("Name", { exact: true }).fill("Dawn over the harbour");

  // flux costs 10 a picture: 8 blue and 2 green by the usual order.
  const run = page.getByRole("button", { name: /Run for 10: 8 blue \+ 2 green/ });
  await expect(run).toBeVisible();
  await run.click();

  await expect(page.getByRole("heading", { name: "Dawn over the harbour" })).toBeVisible();
  await expect(page.getByRole("img", { name: /images\[0\]/ })).toBeVisible({ timeout: 20_000 });
  expect(await operator.balances()).toEqual({ blue: 0, green: 98, yellow: 100 });

  await page.getByRole("link", { name: "Workflows" }).first().click();
  await expect(page.getByRole("link", { name: "Dawn over the harbour" })).toBeVisible();
});

test("an operator feeds the output of one step into the next by the reference picker", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a fox");
  await page.getByRole("option", { name: "Upscale image" }).click();
  await page.getByRole("button", { name: "Use an earlier output for Image" }).click();
  await page.getByRole("menuitem", { name: /imageGen \/ Images/ }).click();
  await expect(
    page.getByRole("region", { name: "Form of imageUpscaler" }).getByText("imageGen / images[0]"),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Run for \d+/ }).click();
  await expect(page.getByRole("region", { name: "Steps" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
});

test("a chain that the Buzz does not cover says what is missing and can't be run", async ({ page, operator }) => {
  await operator.has({ blue: 1, green: 2, yellow: 3 });
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("hello");
  await expect(page.getByText("4 Buzz are missing")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toHaveAttribute("aria-disabled", "true");
});

test("the server's word about a field stands at the field", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Generate image" }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a fox");
  await page.getByLabel("Width", { exact: true }).fill("99999");
  await expect(page.getByLabel("Width", { exact: true })).toHaveAccessibleDescription(/2048|at most|too big/i);
});

test("a draft is there again after a reload", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("keep this");
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Message", { exact: true })).toHaveValue("keep this");
});
