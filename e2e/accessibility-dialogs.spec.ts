import { expectClean, looks } from "./axe.ts";
import { expect, test } from "./operator.ts";
import { chain, pair } from "./sample-chains.ts";

for (const { colorScheme, width } of looks) {
  test(`no menu or dialog has serious accessibility findings in ${colorScheme}, ${width} px wide`, async ({
    page,
    operator,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const id = await operator.submits(pair, 20);
    const dialog = page.getByRole("dialog");
    const bar = page.getByRole("toolbar", { name: "Chain" });
    const choose = async (item: string | RegExp) => {
      await bar.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitem", { name: item }).click();
    };

    await page.goto("/workflows/new");
    await page.getByRole("button", { name: "Import" }).click();
    await dialog.getByRole("textbox", { name: "Text" }).fill("{");
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(dialog.getByText("This is no JSON", { exact: false })).toBeVisible();
    await expectClean(page, "import that is refused");
    await dialog.getByRole("textbox", { name: "Text" }).fill(JSON.stringify(chain));
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("list", { name: "Chain" }).getByRole("button", { name: /^big/ }).click();
    const image = page.getByRole("group", { name: "Image", exact: true });
    await image.getByRole("button", { name: /^Use an earlier output for Image/ }).click();
    await expect(page.getByRole("menuitem", { name: /hero/ }).first()).toBeVisible();
    await expectClean(page, "picker of references");
    await page.keyboard.press("Escape");
    await image.getByRole("button", { name: "Give Image a value of its own" }).click();
    await image.getByRole("button", { name: "Choose a past output for Image" }).click();
    await expect(dialog.getByRole("button", { name: /^Use / })).toHaveCount(2);
    await expectClean(page, "past outputs");
    await page.keyboard.press("Escape");

    await choose("Save as template");
    await dialog.getByRole("button", { name: "Save the template" }).click();
    await expect(dialog.getByText("Give it a name to find it by.")).toBeVisible();
    await expectClean(page, "saving a template");
    await dialog.getByLabel("Name", { exact: true }).fill("Poster");
    await dialog.getByRole("button", { name: "Save the template" }).click();
    await choose("Run with several values");
    await expect(dialog.getByLabel("Times", { exact: true })).toBeVisible();
    await expectClean(page, "run with several values");
    await page.keyboard.press("Escape");

    await page.goto("/templates");
    await page.getByRole("link", { name: /^Poster/ }).click();
    await expect(page.getByLabel("Times", { exact: true })).toBeVisible();
    await expectClean(page, "use of a template");
    await page.getByRole("button", { name: "Actions of Poster" }).click();
    await expect(page.getByRole("menuitem", { name: "Delete" })).toBeVisible();
    await expectClean(page, "actions of a template");
    await page.getByRole("menuitem", { name: "Rename and describe" }).click();
    await expect(dialog).toBeVisible();
    await expectClean(page, "renaming a template");

    await page.goto(`/workflows/${id}`);
    await page.getByRole("button", { name: "More actions" }).click();
    await expectClean(page, "actions of a workflow");
    await page.getByRole("menuitem", { name: /^Run a copy as it is/ }).click();
    await expect(dialog.getByRole("button", { name: /^Run for/ })).toBeVisible();
    await expectClean(page, "run of a copy");

    await page.goto("/workflows?tags=spring");
    const views = page.getByRole("button", { name: "Views" });
    await views.click();
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await expect(dialog.getByText("No views yet")).toBeVisible();
    await expectClean(page, "no views");
    await page.keyboard.press("Escape");
    await views.click();
    await page.getByRole("menuitem", { name: "Save this view" }).click();
    await dialog.getByLabel("Name", { exact: true }).fill("Spring");
    await expectClean(page, "saving a view");
    await dialog.getByRole("button", { name: "Save the view" }).click();
    await page.getByRole("button", { name: "Spring", exact: true }).click();
    await expectClean(page, "menu of views");
    await page.getByRole("menuitem", { name: "Manage views" }).click();
    await expect(dialog.getByRole("button", { name: "Delete the view Spring" })).toBeVisible();
    await expectClean(page, "views");
    await page.keyboard.press("Escape");
    for (const filter of ["status", "tags", "created"]) {
      await page.getByRole("button", { name: new RegExp(`^Filter by ${filter}`, "i") }).click();
      await expect(dialog).toBeVisible();
      await expectClean(page, `filter by ${filter}`);
      await page.keyboard.press("Escape");
    }
  });
}
