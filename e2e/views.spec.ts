import { expect, test } from "./operator.ts";

test("a filter is saved under a name, opens first, is handed on as a link, and goes with an undo", async ({
  page,
  context,
  operator,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await operator.submits(
    { steps: [{ $type: "echo", input: { message: "a" } }], tags: ["ink"], metadata: { name: "Ink" } },
    10,
  );
  await operator.submits({ steps: [{ $type: "echo", input: { message: "b" } }], metadata: { name: "Other" } }, 10);
  await page.goto("/workflows?tags=ink");
  await expect(page.getByRole("link", { name: "Ink" })).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("button", { name: "Save the view" }).click();
  await expect(dialog.getByText("Give it a name to find it by.")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("Ink work");
  await dialog.getByLabel("Open the list with it").check();
  await dialog.getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByRole("button", { name: "Ink work" })).toBeVisible();

  await page.goto("/");
  await expect(page).toHaveURL(/\/workflows\?tags=ink$/);
  await expect(page.getByRole("link", { name: "Other" })).toBeHidden();
  await page.getByRole("button", { name: "Ink work" }).click();
  await page.getByRole("menuitem", { name: "All workflows" }).click();
  await expect(page.getByRole("link", { name: "Other" })).toBeVisible();

  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Manage views" }).click();
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http.*\/workflows\?tags=ink$/);
  await page.getByRole("button", { name: "Delete the view Ink work" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("menuitemcheckbox", { name: /^Ink work/ })).toBeVisible();
});

test("a view is there under the connection that it was saved under, and under no other", async ({
  page,
  operator,
  baseURL,
}) => {
  const views = page.getByRole("menuitemcheckbox", { name: /^Ink work/ });
  await page.goto("/workflows?tags=ink");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name", { exact: true }).fill("Ink work");
  await dialog.getByLabel("Open the list with it").check();
  await dialog.getByRole("button", { name: "Save the view" }).click();

  await page.goto("/connections");
  await page.getByRole("button", { name: "Add hosted connection" }).click();
  await page.getByLabel("Name").fill("Other");
  await page.getByLabel("Base URL").fill(baseURL ?? "");
  await page.getByLabel("API key").fill(`${operator.token}_other`);
  await page.getByRole("button", { name: "Add connection" }).click();
  await page.getByRole("article", { name: "Other" }).getByRole("button", { name: "Use this connection" }).click();
  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(/\/workflows$/);
  await page.getByRole("button", { name: "Views" }).click();
  await expect(page.getByRole("menuitem", { name: "All workflows" })).toBeVisible();
  await expect(views).toBeHidden();
  await page.keyboard.press("Escape");

  await page.getByLabel("Connection").selectOption("Sandbox");
  await page.goto("/");
  await expect(page).toHaveURL(/\/workflows\?tags=ink$/);
  await page.getByRole("button", { name: "Ink work" }).click();
  await expect(views).toBeVisible();
});

test("a view that had the name of one for every connection gives it back, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    if (!localStorage.getItem("baton.views"))
      localStorage.setItem(
        "baton.views",
        JSON.stringify([{ name: "Ink", search: { tags: ["ink"] }, isDefault: false }]),
      );
  });
  await page.goto("/workflows?tags=sea");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Ink");
  await page.getByRole("button", { name: "Save the view" }).click();

  const deleteIt = async () => {
    await page
      .getByRole("banner")
      .or(page.getByRole("main"))
      .getByRole("button", { name: /^(Views|Ink)$/ })
      .click();
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await page.getByRole("button", { name: "Delete the view Ink" }).click();
  };
  await deleteIt();
  await expect(page.getByText("the one for every connection is back in its place")).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Ink/ }).click();
  await expect(page).toHaveURL(/\/workflows\?tags=ink$/);
  await deleteIt();
  await expect(page.getByText("The view “Ink” was deleted for every connection")).toBeVisible();
});
