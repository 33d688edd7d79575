import { expect, test } from "./operator.ts";

const echo = (message: string) => [{ $type: "echo", input: { message } }];

test("an operator filters by tag and status, and shares the address", async ({ page, operator, context }) => {
  await operator.submits({ steps: echo("one"), tags: ["spring"], metadata: { name: "Spring one" } }, 10);
  await operator.submits({ steps: echo("[fail]"), tags: ["spring"], metadata: { name: "Spring two" } }, 10);
  await operator.submits({ steps: echo("three"), tags: ["autumn"], metadata: { name: "Autumn one" } }, 10);
  await page.goto("/workflows");
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(3);

  await page.getByRole("button", { name: "Filter by status" }).click();
  await page.getByRole("checkbox", { name: "Failed", exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Spring two" })).toBeVisible();
  await expect(page).toHaveURL(/status=failed/);

  const other = await context.newPage();
  await other.addInitScript(
    (token) => localStorage.setItem("baton.sandbox-token", JSON.stringify(token)),
    operator.token,
  );
  await other.goto("/workflows?tags=spring&status=succeeded");
  await expect(other.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(1);
  await expect(other.getByRole("link", { name: "Spring one" })).toBeVisible();

  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByRole("list", { name: "Workflows" }).getByRole("listitem")).toHaveCount(3);
});

test("an account without workflows is told what would be here and what to do", async ({ page }) => {
  await page.goto("/workflows");
  await expect(page.getByRole("heading", { name: "No workflows yet" })).toBeVisible();
  await page.getByRole("link", { name: "Compose the first one" }).click();
  await expect(page).toHaveURL(/workflows\/new/);
});

test("the keyboard alone goes through the list and opens a workflow", async ({ page, operator }) => {
  await operator.submits({ steps: echo("a"), metadata: { name: "First" } }, 10);
  await operator.submits({ steps: echo("b"), metadata: { name: "Second" } }, 10);
  await page.goto("/workflows");
  await expect(page.getByRole("link", { name: "Second" })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "First" })).toBeVisible();
});
