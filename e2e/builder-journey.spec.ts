import type { Page } from "@playwright/test";
import { chooseByArrows, pressOn, tabTo } from "./keys.ts";
import { expect, type Operator, test } from "./operator.ts";

/** The guide's chain: a picture, enlarged, and brought into another format. */
const names = ["imageGen", "imageUpscaler", "convertImage"];

async function expectGuidesChain(page: Page, operator: Operator) {
  await expect(page.getByRole("status").getByText("Succeeded")).toBeVisible({ timeout: 20_000 });
  const [workflow] = await operator.lists();
  expect(workflow?.steps.map(({ name }) => name)).toEqual(names);
  expect(workflow?.steps.map(({ input }) => JSON.stringify(input))).toEqual([
    expect.stringContaining("a lighthouse at dawn"),
    expect.stringContaining('{"$ref":"imageGen","path":"output.images[0].url"}'),
    expect.stringContaining('{"$ref":"imageUpscaler","path":"output.blob.url"}'),
  ]);
  expect(workflow?.steps.every(({ status }) => status === "succeeded")).toBe(true);
}

test("the guide's chain is built and run by the keyboard alone", async ({ page, operator }) => {
  const { keyboard } = page;
  await page.goto("/workflows/new");
  const find = page.getByRole("combobox", { name: "Find a step type" });
  await tabTo(page, find);
  for (const wish of ["generate image", "upscale image", "convert image"]) {
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type(wish);
    await keyboard.press("Enter");
  }
  const chain = page.getByRole("list", { name: "Chain" });
  await expect(chain.getByRole("listitem")).toHaveText(names.map((name) => new RegExp(name)));

  await pressOn(page, chain.getByRole("button", { name: /^imageGen/ }));
  await chooseByArrows(page, page.getByLabel("Engine"), "flux");
  await tabTo(page, page.getByLabel("Prompt", { exact: true }));
  await keyboard.type("a lighthouse at dawn");
  for (const [step, source] of [
    [1, "1. imageGen / Images"],
    [2, "2. imageUpscaler / Blob"],
  ] as const) {
    await tabTo(page, chain.getByRole("button", { name: new RegExp(`^${names[step]}`) }), "Shift+Tab");
    await keyboard.press("Enter");
    await pressOn(page, page.getByRole("button", { name: /^Use an earlier output for Image,/ }));
    const item = page.getByRole("menuitem", { name: source }).first();
    for (let moves = 0; moves < 12 && !(await item.evaluate((one) => one === document.activeElement)); moves += 1) {
      await keyboard.press("ArrowDown");
    }
    await expect(item).toBeFocused();
    await keyboard.press("Enter");
  }
  await chooseByArrows(page, page.getByLabel("Format", { exact: true }), "jpeg");
  const run = page.getByRole("button", { name: /^Run for \d+: \d+ blue/ });
  await expect(run).toBeEnabled();
  await keyboard.press("ControlOrMeta+Enter");
  await expectGuidesChain(page, operator);
});

test("the guide's chain is built in the graph by the mouse, and a renamed step is followed", async ({
  page,
  operator,
}) => {
  await page.goto("/workflows/new?view=graph");
  for (const title of ["Generate image", "Upscale image", "Convert image"]) {
    await page.getByRole("option", { name: title, exact: true }).click();
  }
  const graph = page.getByTestId("chain-graph");
  const handle = (step: string, id: string) =>
    graph.getByRole("group", { name: new RegExp(`, ${step}$`) }).locator(`.react-flow__handle[data-handleid="${id}"]`);
  await graph.getByRole("group", { name: /, imageGen$/ }).click();
  await page.getByLabel("Engine").selectOption("flux");
  await page.getByLabel("Prompt", { exact: true }).fill("a lighthouse at dawn");
  await graph.getByRole("button", { name: "Fit View" }).click();
  await handle("imageGen", "output.images[0].url").dragTo(handle("imageUpscaler", "image"));
  await expect(graph.locator(".react-flow__edge")).toHaveCount(1);
  await graph.getByRole("button", { name: "Fit View" }).click();
  await handle("imageUpscaler", "output.blob.url").dragTo(handle("convertImage", "image"));
  await expect(graph.locator(".react-flow__edge")).toHaveCount(2);

  await graph.getByRole("group", { name: /, convertImage$/ }).click();
  await page.getByLabel("Format", { exact: true }).selectOption("jpeg");

  const bar = page.getByRole("toolbar", { name: "Chain" });
  const rename = async (from: string, to: string) => {
    await bar.getByText("List", { exact: true }).click();
    await page.getByRole("button", { name: `Actions of ${from}` }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(to);
    await page.keyboard.press("Enter");
    await bar.getByText("JSON", { exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Workflow body as JSON" })).toContainText(`"$ref": "${to}"`);
  };
  await rename("imageGen", "hero");
  await rename("hero", "imageGen");
  await page.getByRole("button", { name: /^Run for \d+: \d+ blue/ }).click();
  await expectGuidesChain(page, operator);
});

test("a step is put in another place by the mouse", async ({ page }) => {
  await page.goto("/workflows/new");
  for (const name of ["Echo", "Generate image"]) await page.getByRole("option", { name, exact: true }).click();
  const chain = page.getByRole("list", { name: "Chain" });
  const [from, to] = [
    page.getByRole("button", { name: "Move imageGen" }),
    page.getByRole("button", { name: "Move echo" }),
  ];
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("The steps are not on screen.");
  await page.mouse.move(start.x + 8, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + 8, end.y + 8, { steps: 8 });
  await page.mouse.up();
  await expect(chain.getByRole("listitem")).toHaveText([/imageGen/, /echo/]);
});
