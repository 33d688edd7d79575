import { workflowBlobs } from "#contract/workflow.ts";
import { expect, test } from "./operator.ts";

const image = (name: string, prompt: unknown, more: object = {}) => ({
  $type: "imageGen",
  name,
  input: { engine: "flux", prompt, width: 256, height: 256, ...more },
});

test("a workflow of 50 steps and 200 outputs stays a page that can be read", async ({ page, operator }) => {
  await operator.has({ blue: 2_000 });
  const steps = Array.from({ length: 50 }, (_, index) => image(`draw${index}`, `picture ${index}`, { quantity: 4 }));
  const id = await operator.submits({ steps, metadata: { name: "Fifty" } }, 60);
  await page.goto(`/workflows/${id}`);
  const outputs = page.getByRole("region", { name: "Outputs" });
  await expect(outputs.getByText("200 files", { exact: true })).toBeVisible();
  await expect(outputs.getByRole("listitem")).toHaveCount(24);
  await outputs.getByRole("button", { name: "Show all 200 files" }).click();
  await expect(outputs.getByRole("listitem")).toHaveCount(200);
  await outputs.getByRole("combobox", { name: "Files of the step" }).selectOption("draw49");
  await expect(outputs.getByRole("listitem")).toHaveCount(4);

  const rows = page.getByRole("region", { name: "Timeline" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await expect(rows.nth(50)).toContainText(/draw49.*Succeeded/);

  const card = page.getByRole("region", { name: "Steps" }).getByRole("button", { name: /draw49/ });
  await expect(card).toHaveAttribute("aria-expanded", "false");
  await card.click();
  await expect(page.getByRole("region", { name: "Steps" })).toContainText("picture 49");
});

test("says at the top and at the step why it failed, and in order what became of the money", async ({
  page,
  operator,
}) => {
  const id = await operator.submits(
    {
      steps: [
        image("hero", "a fox [fail]"),
        { $type: "imageUpscaler", name: "big", input: { image: { $ref: "hero", path: "output.images[0].url" } } },
      ],
    },
    20,
  );
  await page.goto(`/workflows/${id}`);
  await expect(page.getByText("1 step did not succeed")).toBeVisible();
  const steps = page.getByRole("region", { name: "Steps" });
  await expect(steps.getByText("Why it did not succeed")).toHaveCount(2);
  await expect(steps.getByText('Canceled, because step "hero" is failed.').first()).toBeVisible();
  await page.getByRole("button", { name: "hero", exact: true }).click();
  await expect(steps.getByRole("button", { name: /hero/ })).toBeFocused();

  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByRole("row", { name: /hero/ })).toContainText("Failed");
  await timeline.getByRole("button", { name: "Jobs of hero" }).click();
  await expect(timeline.getByRole("row", { name: /Job 1/ })).toContainText("Failed");

  const money = page.getByRole("region", { name: "Money" });
  await expect(money.getByRole("row", { name: /^Blue/ })).toContainText("Blue1212Blue0");
  await money.getByText("3 movements").click();
  await expect(money.getByRole("list", { name: "Movements" }).getByRole("listitem")).toHaveText([
    /Charged/,
    /Refunded/,
    /Refunded/,
  ]);
});

test("the graph shows how each step is doing, and leads to its card", async ({ page, operator }) => {
  const id = await operator.submits(
    {
      steps: [
        image("hero", "a fox"),
        { $type: "echo", name: "note", input: { message: { $ref: "hero", path: "output.images[0].id" } } },
      ],
    },
    20,
  );
  await page.goto(`/workflows/${id}`);
  await page.getByRole("region", { name: "Course" }).getByText("Graph", { exact: true }).click();
  await expect(page).toHaveURL(/view=graph/);
  const node = page.getByRole("region", { name: "Graph" }).getByRole("group", { name: "Step 2, note, succeeded" });
  await node.click();
  await expect(page.getByRole("region", { name: "Steps" }).getByRole("button", { name: /note/ })).toBeFocused();
});

test("the lightbox is gone through by keyboard, enlarges, compares, and has an address", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [image("hero", "a fox", { quantity: 3 })] }, 20);
  await page.goto(`/workflows/${id}`);
  const dialog = page.getByRole("dialog");
  const scale = dialog.getByRole("status", { name: "Zoom" });
  await page.getByRole("button", { name: "Open hero, images[0]" }).press("Enter");
  await expect(dialog.getByRole("img", { name: "hero, images[0]" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("hero, images[1]");
  await page.keyboard.press("+");
  await expect(scale).toHaveText("150%");
  await page.keyboard.press("0");
  await expect(scale).toHaveText("100%");
  await dialog.getByRole("img", { name: "hero, images[1]" }).hover();
  await page.mouse.wheel(0, -200);
  await expect(scale).toHaveText("165%");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(dialog.getByRole("heading", { level: 2 })).toHaveText("hero, images[2]");

  await dialog.getByRole("combobox", { name: "Compare with" }).selectOption({ label: "Compare with hero, images[0]" });
  await expect(dialog.getByRole("img")).toHaveCount(2);
  await dialog.getByText("Slider", { exact: true }).click();
  const slider = dialog.getByRole("slider");
  await slider.press("Home");
  await expect(slider).toHaveValue("0");
  await expect(page).toHaveURL(/output=.*&beside=/);
  await page.reload();
  await expect(dialog.getByRole("img")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/output=/);
});

test("all outputs are saved in one file", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [image("hero", "a fox", { quantity: 2 })] }, 20);
  await page.goto(`/workflows/${id}`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download all 2" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(`${id}.zip`);
  const content = await (await download.createReadStream()).toArray();
  const names = Buffer.concat(content).toString("latin1");
  for (const { blob } of workflowBlobs(await operator.reads(id))) expect(names).toContain(`hero-${blob.id}`);
  expect(names).toContain("manifest.json");
});

test("canceling says what comes back before it is done", async ({ page, operator }) => {
  const id = await operator.submits({
    steps: [image("hero", "a fox [slow]", { quantity: 2 })],
    metadata: { name: "Slow" },
  });
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("20 blue come back.");
  await dialog.getByRole("button", { name: "Cancel the workflow" }).click();
  await expect(page.getByRole("status").getByText("Canceled")).toBeVisible();
  expect(await operator.balances()).toMatchObject({ blue: 500 });
});

test("a copy is run as it is, at a price that is named before", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [image("hero", "a fox")], metadata: { name: "First" } }, 20);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /^Run a copy as it is/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Run for 10: 10 blue" }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByRole("heading", { level: 1, name: "First" })).toBeVisible();
  expect(await operator.lists()).toHaveLength(2);
  expect(await operator.balances()).toMatchObject({ blue: 480 });
});

test("the tab tells how it goes, and the page follows by itself", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [image("hero", "a fox [slow]")], metadata: { name: "Fox" } });
  await page.goto(`/workflows/${id}`);
  await expect(page).toHaveTitle(/^Fox, (waiting|preparing|scheduled|processing)/);
  const icon = page.locator("link[rel=icon]");
  await expect(icon).toHaveAttribute("href", /^data:image/);
  const running = await icon.getAttribute("href");
  await expect(page).toHaveTitle("Fox, succeeded · Baton");
  await expect(icon).not.toHaveAttribute("href", running ?? "");
  await expect(page.getByRole("img", { name: "hero, images[0]" })).toBeVisible();
});

test("the whole answer can be searched", async ({ page, operator }) => {
  const id = await operator.submits({ steps: [{ $type: "echo", name: "note", input: { message: "hello" } }] }, 10);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("region", { name: "Record" }).getByText("The whole workflow as JSON").click();
  await page.getByRole("textbox", { name: "Find" }).pressSequentially("hello");
  await page.getByRole("textbox", { name: "Find" }).press("Enter");
  await expect(page.locator(".cm-searchMatch-selected")).toHaveText("hello");
});

test("a workflow that is not there says what may have become of it", async ({ page }) => {
  await page.goto("/workflows/wf_nowhere");
  await expect(page.getByRole("heading", { level: 1, name: "There is no such workflow here" })).toBeVisible();
  await expect(page.getByText("ephemeral: such a workflow is forgotten as soon as it is over")).toBeVisible();
});

test("a workflow of many findings shows the first of them, and all on request", async ({ page, operator }) => {
  const steps = Array.from({ length: 20 }, (_, index) => ({
    $type: "echo",
    name: `say${index}`,
    input: { message: `line ${index}` },
  }));
  const id = await operator.submits({ steps }, 20);
  await page.goto(`/workflows/${id}`);
  const outputs = page.getByRole("region", { name: "Outputs" });
  await expect(outputs.getByText("line 11", { exact: true })).toBeVisible();
  await expect(outputs.getByText("line 12", { exact: true })).toBeHidden();
  await outputs.getByRole("button", { name: "Show all 20 results" }).click();
  await expect(outputs.getByText("line 19", { exact: true })).toBeVisible();
});
