import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "./operator.ts";
import { withHost } from "./own-host.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const published = resolve(root, process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");

/** A host whose sandbox offers what a published document offers: its inputs have parts that no built-in type has. */
const test = base.extend<object, { publishedHost: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  publishedHost: [({}, use) => withHost({ SANDBOX_CONTRACT: published }, use), { scope: "worker" }],
  baseURL: ({ publishedHost }, use) => use(publishedHost),
});

test.skip(!existsSync(published), "There is no published document.");

test("an optional part of an input is added and taken away, and covers no button of its fields", async ({ page }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Compose media" }).click();
  const form = page.getByRole("region", { name: /^Form of/ });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByRole("button", { name: /^Use an earlier output for Type,/ }).click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(form.getByLabel("Type", { exact: true })).toBeHidden();
  await expect(form.getByRole("button", { name: "Add", exact: true })).toBeVisible();
});
