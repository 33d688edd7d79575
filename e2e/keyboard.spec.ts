import { chooseByArrows, pressOn, tabTo } from "./keys.ts";
import { expect, test } from "./operator.ts";

test("the keyboard alone composes a chain, runs it, finds it again and releases what was withheld", async ({
  page,
  operator,
}) => {
  const { keyboard } = page;
  await operator.has({ blue: 100, yellow: 50 });
  await page.goto("/workflows");

  await test.step("a step of each type comes from the palette", async () => {
    await pressOn(page, page.getByRole("navigation").getByRole("link", { name: "New workflow" }));
    await tabTo(page, page.getByRole("combobox", { name: "Find a step type" }));
    await expect(page.getByRole("option", { name: "Generate image", selected: true })).toBeVisible();
    await keyboard.press("Enter");
    await keyboard.type("echo");
    await keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Chain" }).getByRole("listitem")).toHaveText([/imageGen/, /echo/]);
  });

  await test.step("the steps are filled in", async () => {
    await tabTo(page, page.getByRole("button", { name: /^imageGen/ }));
    await keyboard.press("Enter");
    await chooseByArrows(page, page.getByLabel("Engine"), "flux");
    await tabTo(page, page.getByLabel("Prompt", { exact: true }));
    await keyboard.type("a figure [rated:x]");
    await tabTo(page, page.getByRole("button", { name: /^echo(?!, )/ }), "Shift+Tab");
    await keyboard.press("Enter");
    await tabTo(page, page.getByRole("textbox", { name: "Message" }));
    await keyboard.type("begin");
  });

  await test.step("the echo goes first", async () => {
    await tabTo(page, page.getByRole("button", { name: "Move echo" }), "Shift+Tab");
    await keyboard.press("Space");
    await expect(page.getByText("Picked up echo, position 2 of 2.")).toBeAttached();
    await keyboard.press("ArrowUp");
    await expect(page.getByText("echo is over position 1 of 2.")).toBeAttached();
    await keyboard.press("Space");
    await expect(page.getByRole("list", { name: "Chain" }).getByRole("listitem")).toHaveText([/echo/, /imageGen/]);
    await expect(page.getByRole("button", { name: "Move echo" })).toBeFocused();
  });

  await test.step("the workflow gets a name and a tag, and runs", async () => {
    await tabTo(page, page.getByLabel("Name", { exact: true }));
    await keyboard.type("Figure study");
    await tabTo(page, page.getByRole("combobox", { name: "Tags" }));
    await keyboard.type("study");
    // The list of suggestions covers the page until the focus leaves it; what was typed is taken then.
    await keyboard.press("Tab");
    const run = page.getByRole("button", { name: "Run for 20: 20 blue" });
    await tabTo(page, run);
    await expect(run).toBeEnabled();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Figure study", level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
    await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible();
  });

  await test.step("the list is filtered by its tag and its status", async () => {
    await pressOn(page, page.getByRole("main").getByRole("link", { name: "Workflows" }));
    await expect(page.getByRole("heading", { name: "Workflows", level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
    const byTag = page.getByRole("button", { name: /^Filter by tags/i });
    await pressOn(page, byTag);
    await expect(page.getByRole("combobox", { name: "Has all of" })).toBeFocused();
    await keyboard.type("study");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/tags=study/);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await expect(byTag).toBeFocused();
    await expect(byTag).toHaveAccessibleName("Filter by Tags: study");

    const byStatus = page.getByRole("button", { name: /^Filter by status/i });
    await tabTo(page, byStatus, "Shift+Tab");
    await keyboard.press("Enter");
    await pressOn(page, page.getByRole("checkbox", { name: "Succeeded", exact: true }), "Space");
    await expect(page).toHaveURL(/status=succeeded/);
    await keyboard.press("Escape");
    await expect(byStatus).toBeFocused();
  });

  await test.step("it is opened from the list", async () => {
    const row = page.getByRole("link", { name: "Figure study" });
    await expect(row).toBeVisible();
    await keyboard.press("j");
    await expect(row).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Figure study", level: 1 })).toBeVisible();
  });

  await test.step("its withheld output is released, on second thought", async () => {
    const release = page.getByRole("button", { name: "Release for 20 yellow" });
    const dialog = page.getByRole("dialog", { name: "Release 1 withheld output" });
    await pressOn(page, release.first());
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(release).toBeFocused();
    expect(await operator.balances()).toEqual({ blue: 80, green: 0, yellow: 50 });

    await keyboard.press("Enter");
    await pressOn(page, dialog.getByRole("button", { name: "Release for 20 yellow" }));
    await expect(dialog).toBeHidden();
    await expect(page.getByText("1 output is withheld: rated X")).toBeHidden();
    expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 30 });
  });
});
