import { expect, test } from "./operator.ts";

const message = "Message";

test("several drafts are kept, listed by what is in them, and opened again", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel(message, { exact: true }).fill("first draft");
  await page.getByLabel("Name", { exact: true }).fill("The first");
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();

  await page.getByRole("button", { name: "Drafts" }).click();
  await page.getByRole("dialog", { name: "Drafts" }).getByRole("button", { name: "New draft" }).click();
  await expect(page.getByText("Nothing in the chain yet")).toBeVisible();
  await page.getByRole("option", { name: "Chat" }).click();
  await expect(page.getByRole("region", { name: "Chain" }).getByRole("listitem")).toHaveCount(1);

  await page.getByRole("button", { name: "Drafts" }).click();
  const dialog = page.getByRole("dialog", { name: "Drafts" });
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  await dialog.getByRole("button", { name: /^The first/ }).click();
  await expect(page.getByLabel(message, { exact: true })).toHaveValue("first draft");

  await page.reload();
  await expect(page.getByLabel(message, { exact: true })).toHaveValue("first draft");
});

test("two tabs never write the same draft: the second is asked, and a draft taken over says so", async ({
  page,
  context,
}) => {
  await page.goto("/workflows/new?draft=shared-draft");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel(message, { exact: true }).fill("from the first tab");
  await expect(page.getByRole("button", { name: /^Run for 10/ })).toBeVisible();

  const second = await context.newPage();
  await second.goto("/workflows/new?draft=shared-draft");
  await expect(second.getByRole("heading", { name: /is open in another tab/ })).toBeVisible();
  await second.getByRole("button", { name: "Take it over" }).click();
  await expect(second.getByLabel(message, { exact: true })).toHaveValue("from the first tab");
  await expect(page.getByText("Another tab has taken this draft over; what you change")).toBeVisible();

  // Both carry the same id: what the second changed is run there, and the first is not answered with it.
  const run = page.getByRole("button", { name: /^Run/ });
  await expect(run).toHaveAttribute("aria-disabled", "true");
  await expect(run).toHaveAccessibleDescription("Another tab has taken this draft over: run it there.");
  await second.getByLabel(message, { exact: true }).fill("from the second tab");
  await second.getByRole("button", { name: /^Run for 10/ }).click();
  await expect(second).toHaveURL(/\/workflows\/(?!new)/);
  await page.getByRole("button", { name: /^Run/ }).press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(/\/workflows\/new/);
});

test("an address that is new in two tabs opens a draft in each", async ({ page, context }) => {
  await page.goto("/workflows/new?draft=new-in-both");
  await expect(page.getByText("Nothing in the chain yet")).toBeVisible();
  const second = await context.newPage();
  await second.goto("/workflows/new?draft=new-in-both");
  await expect(second.getByText("Nothing in the chain yet")).toBeVisible();
});

test("a step is copied in one tab and pasted in another", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/workflows/new?draft=source");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel(message, { exact: true }).fill("carried over");
  await page.getByRole("button", { name: "Actions of echo" }).click();
  await page.getByRole("menuitem", { name: "Copy" }).click();
  await expect(page.getByText("echo copied")).toBeVisible();

  const other = await context.newPage();
  await other.goto("/workflows/new?draft=target");
  await expect(other.getByText("Nothing in the chain yet")).toBeVisible();
  await other.keyboard.press("ControlOrMeta+v");
  await expect(other.getByLabel(message, { exact: true })).toHaveValue("carried over");
  await other.keyboard.press("ControlOrMeta+v");
  await expect(other.getByRole("region", { name: "Chain" }).getByRole("listitem")).toHaveCount(2);
});
