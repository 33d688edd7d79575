import { expect, test } from "./operator.ts";

const withArgument = {
  steps: [{ $type: "echo", name: "say", input: { message: { $ref: "$arguments", path: "words" } } }],
  arguments: { words: "hello" },
};

test("a chain is saved as a template, filled in, run, and exported", async ({ page, operator }) => {
  await page.goto("/workflows/new");
  await page.getByRole("option", { name: "Echo" }).click();
  await page.getByLabel("Message", { exact: true }).fill("Hello, Ada");
  await page.getByRole("button", { name: "Use an earlier output for Message, an argument, or JSON" }).click();
  await page.getByRole("menuitem", { name: "New argument from this value" }).click();
  await page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as template" });
  await dialog.getByRole("button", { name: "Save the template" }).click();
  await expect(dialog.getByText("Give it a name to find it by.")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("Greeting");
  await dialog.getByLabel("Description", { exact: true }).fill("Says hello.");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "What you typed is not kept" }).getByRole("button", { name: "Stay" }).click();
  await dialog.getByRole("button", { name: "Save the template" }).click();

  await page.getByRole("link", { name: "Templates" }).click();
  await page.getByRole("link", { name: /^Greeting/ }).click();
  await page.getByLabel("message", { exact: true }).fill("Hello, Grace");
  await page.getByRole("button", { name: "Run for 10: 10 blue" }).click();
  await expect(page.getByText("Succeeded").first()).toBeVisible();
  await expect(page.getByText("Quoted 10, charged 10.")).toBeVisible();
  const [workflow] = await operator.lists();
  expect(workflow?.metadata).toMatchObject({ template: "Greeting" });
  expect(workflow?.steps[0]?.output).toMatchObject({ message: "Hello, Grace" });

  await page.goto("/templates");
  await page.getByRole("link", { name: /^Greeting/ }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Actions of Greeting" }).click();
  await page.getByRole("menuitem", { name: "Export as a file" }).click();
  const file = await (await download).path();
  await page.getByRole("button", { name: "Actions of Greeting" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText("No templates yet")).toBeVisible();
  await page.getByLabel("File of a template").setInputFiles({
    name: "greeting.template.json",
    mimeType: "application/json",
    buffer: Buffer.from("{"),
  });
  await expect(page.getByRole("alert")).toContainText("“greeting.template.json” is no JSON");
  await page.getByLabel("File of a template").setInputFiles(file);
  await expect(page.getByRole("heading", { name: "Greeting" })).toBeVisible();
  await expect(page.getByLabel("message", { exact: true })).toHaveValue("Hello, Ada");
});

test("a grid over two arguments is priced as one, run under one tag, and told on a receipt", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 35, green: 0, yellow: 2_000 });
  const id = await operator.submits(withArgument, 10);
  const before = await operator.balances();
  await page.goto(`/workflows/new?from=${id}`);
  await page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Run with several values" }).click();
  const dialog = page.getByRole("dialog", { name: "Run with several values" });
  await dialog.getByLabel("Several values of words").check();
  await dialog.getByLabel("words", { exact: true }).fill("one\ntwo\n\nthree");
  await dialog.getByLabel("Times", { exact: true }).fill("2");
  await dialog.getByRole("button", { name: "Ask for the price of 6 runs" }).click();
  // 25 blue are left: the last ones are paid in yellow.
  await dialog.getByRole("button", { name: "Run 6 workflows for 60: 25 blue + 35 yellow" }).click();
  await expect(dialog.getByText("6 of 6 begun")).toBeVisible();
  const after = await operator.balances();
  expect(before.blue - after.blue).toBe(25);
  expect(before.yellow - after.yellow).toBe(35);

  await dialog.getByRole("link", { name: "Show them in the list" }).click();
  await expect(page).toHaveURL(/tags=matrix-/);
  const runs = (await operator.lists()).filter(({ metadata }) => metadata?.matrix);
  expect(runs.map(({ arguments: values }) => values?.words).toSorted()).toEqual([
    ...["one", "one", "three"],
    ...["three", "two", "two"],
  ]);
});

test("a grid that the Buzz does not suffice for says how far it goes and runs nothing", async ({ page, operator }) => {
  await operator.has({ blue: 45 });
  const id = await operator.submits(withArgument, 10);
  await page.goto(`/workflows/new?from=${id}`);
  await page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Run with several values" }).click();
  const dialog = page.getByRole("dialog", { name: "Run with several values" });
  await dialog.getByLabel("Times", { exact: true }).fill("5");
  await dialog.getByRole("button", { name: "Ask for the price of 5 runs" }).click();
  await expect(dialog.getByText("15 Buzz are missing")).toBeVisible();
  await expect(dialog.getByText("The balances suffice for 3 of 5 runs.", { exact: false })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Run 5 workflows for 50" })).toHaveAttribute("aria-disabled", "true");
  expect(await operator.lists()).toHaveLength(1);
});

test("a grid stops when other Buzz would pay than was named, and names the price of the rest before it goes on", async ({
  page,
  operator,
}) => {
  await operator.has({ blue: 60, yellow: 100 });
  const id = await operator.submits(withArgument, 10);
  await page.goto(`/workflows/new?from=${id}`);
  await page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Run with several values" }).click();
  const dialog = page.getByRole("dialog", { name: "Run with several values" });
  await dialog.getByLabel("Times", { exact: true }).fill("3");
  await dialog.getByRole("button", { name: "Ask for the price of 3 runs" }).click();
  const run = dialog.getByRole("button", { name: "Run 3 workflows for 30: 30 blue" });
  await expect(run).toBeEnabled();
  // Meanwhile something else takes blue: it suffices for one run and a half.
  await operator.nowHas({ blue: 15 });
  await run.click();
  await expect(dialog.getByText("1 of 3 begun")).toBeVisible();
  await expect(
    dialog.getByText("Other Buzz would pay for a run: 5 blue + 5 yellow instead of 10 blue.").first(),
  ).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 5, green: 0, yellow: 100 });

  await dialog.getByRole("button", { name: "Price the other 2 again" }).click();
  await dialog.getByRole("button", { name: "Ask for the price of 2 runs" }).click();
  await dialog.getByRole("button", { name: "Run 2 workflows for 20: 5 blue + 15 yellow" }).click();
  await expect(dialog.getByText("3 of 3 begun")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 0, green: 0, yellow: 85 });
  expect(await operator.lists()).toHaveLength(4);
});

test("several steps are marked, copied and pasted with their references to each other", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/workflows/new");
  for (const type of ["Echo", "Echo", "Echo"]) await page.getByRole("option", { name: type }).click();
  const chain = page.getByRole("list", { name: "Chain" });
  await chain
    .getByRole("button", { name: /^echo\b/ })
    .first()
    .click();
  await chain.getByRole("button", { name: /^echo2/ }).click({ modifiers: ["ControlOrMeta"] });
  const bar = page.getByRole("toolbar", { name: "Selected steps" });
  await expect(bar.getByText("2 steps selected")).toBeVisible();
  await bar.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("2 steps copied", { exact: false })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(chain.getByRole("listitem")).toHaveCount(5);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(chain.getByRole("listitem")).toHaveCount(3);
  await bar.getByRole("button", { name: "Delete" }).click();
  await expect(chain.getByRole("listitem")).toHaveCount(1);
});
