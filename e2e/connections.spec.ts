import { expect, test } from "./operator.ts";

test("a hosted connection works through the relay, and shows nothing of the sandbox", async ({
  page,
  operator,
  baseURL,
}) => {
  await operator.submits(
    { steps: [{ $type: "echo", input: { message: "mine" } }], metadata: { name: "Only in the sandbox" } },
    10,
  );
  await page.goto("/connections");
  await page.getByRole("button", { name: "Add hosted connection" }).click();
  await page.getByLabel("Name").fill("Second account");
  await page.getByLabel("Base URL").fill(baseURL ?? "");
  await page.getByLabel("API key").fill(`${operator.token}_other`);
  await page.getByRole("button", { name: "Add connection" }).click();

  const card = page.getByRole("article", { name: "Second account" });
  await card.getByRole("button", { name: "Test" }).click();
  await expect(card.getByText("The key is accepted.")).toBeVisible();
  await expect(card.getByText("Allowed.").first()).toBeVisible();
  await card.getByRole("button", { name: "Use this connection" }).click();

  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
  await expect(page.getByText("Balance unknown")).toBeVisible();
  await page.getByRole("link", { name: "Workflows" }).click();
  await expect(page.getByRole("heading", { name: "No workflows yet" })).toBeVisible();

  await page.getByLabel("Connection").selectOption("Sandbox");
  await expect(page.getByRole("link", { name: "Only in the sandbox" })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("_other");
});
