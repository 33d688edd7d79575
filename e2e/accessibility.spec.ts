import { expectClean, looks } from "./axe.ts";
import { expect, test } from "./operator.ts";
import { chain, pair } from "./sample-chains.ts";

const echo = { steps: [{ $type: "echo", name: "note", input: { message: "hello" } }], metadata: { name: "Note" } };
/** Paid in blue: one picture is delivered, the other one withheld. */
const withheld = {
  steps: [
    { $type: "imageGen", name: "hill", input: { engine: "flux", prompt: "a hill" } },
    { $type: "imageGen", name: "figure", input: { engine: "flux", prompt: "a figure [rated:x]" } },
  ],
  tags: ["spring"],
  metadata: { name: "Figures" },
};
/** The first output is withheld, so the second step waits, and its input can be changed. */
const waiting = {
  steps: [
    { $type: "imageGen", name: "figure", input: { engine: "flux", prompt: "a figure [rated:x]" } },
    { $type: "imageUpscaler", name: "large", input: { image: { $ref: "figure", path: "output.images[0].url" } } },
  ],
};

for (const { colorScheme, width } of looks) {
  test(`no screen has serious accessibility findings in ${colorScheme}, ${width} px wide`, async ({
    page,
    operator,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await operator.submits(echo, 10);
    const id = await operator.submits(withheld, 20);
    const dialog = page.getByRole("dialog");
    const open = async (path: string) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /^Reading/ })).toHaveCount(0);
    };

    const screens = ["/workflows", "/workflows?status=failed", "/workflows/new", "/release", "/spend", "/templates"];
    for (const path of [...screens, "/sandbox", "/connections", "/nowhere"]) {
      await open(path);
      await expectClean(page, path);
    }

    await open("/workflows/new");
    await page.getByRole("button", { name: "Import" }).click();
    await dialog.getByRole("textbox", { name: "Text" }).fill(JSON.stringify(chain));
    await expectClean(page, "import");
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByRole("region", { name: "Chain" }).getByRole("listitem")).toHaveCount(3);
    await expectClean(page, "builder");
    await page.getByRole("toolbar", { name: "Chain" }).getByText("Graph", { exact: true }).click();
    await expect(page.getByRole("group", { name: /Step 1, hero/ })).toBeVisible();
    await expectClean(page, "graph");
    await page.getByRole("toolbar", { name: "Chain" }).getByText("JSON", { exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Workflow body as JSON" })).toBeVisible();
    await expectClean(page, "JSON");
    await page.getByRole("button", { name: "Drafts" }).click();
    await expectClean(page, "drafts");

    await open(`/workflows/${id}`);
    await expectClean(page, "workflow");
    await page.getByRole("button", { name: "Open hill, images[0]" }).click();
    await expect(dialog).toBeVisible();
    await expectClean(page, "lightbox");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Release for/ }).click();
    await expect(dialog).toBeVisible();
    await expectClean(page, "release");
    await page.keyboard.press("Escape");

    const course = page.getByRole("region", { name: "Course" });
    await course.getByRole("button", { name: "Jobs of hill" }).click();
    await expectClean(page, "timeline");
    await course.getByText("Graph", { exact: true }).click();
    await expect(page.getByRole("group", { name: /hill/ }).first()).toBeVisible();
    await expectClean(page, "graph of a workflow");
    await page.getByText("The whole workflow as JSON").click();
    await expect(page.getByRole("textbox", { name: "The whole workflow as JSON" })).toBeVisible();
    await expectClean(page, "workflow as JSON");

    await open(`/workflows/${await operator.submits(pair, 20)}`);
    await page.getByRole("button", { name: "Open hill, images[0]" }).click();
    await dialog
      .getByRole("combobox", { name: "Compare with" })
      .selectOption({ label: "Compare with hill, images[1]" });
    await expect(dialog.getByRole("img")).toHaveCount(2);
    await expectClean(page, "comparison");
    await dialog.getByText("Slider", { exact: true }).click();
    await expect(dialog.getByRole("slider")).toBeVisible();
    await expectClean(page, "slider");

    const waits = await operator.submits(waiting);
    await expect.poll(async () => (await operator.reads(waits)).steps[0]?.status).toBe("succeeded");
    await open(`/workflows/${waits}`);
    await page.getByRole("button", { name: "Edit the input" }).click();
    await expect(page.getByRole("button", { name: "Leave it as it was" })).toBeVisible();
    await expectClean(page, "editor of an input");

    await open("/workflows/wf_nowhere");
    await expect(page.getByRole("heading", { name: "There is no such workflow here" })).toBeVisible();
    await expectClean(page, "a workflow that is not there");

    await open("/release");
    await page.getByLabel("Select Figures").check();
    await page.getByRole("button", { name: /^Release 1 for/ }).click();
    await expect(dialog).toBeVisible();
    await expectClean(page, "bulk release");
    await dialog.getByRole("button", { name: /^Release 1 for/ }).click();
    await expect(page.getByText("1 of 1 released.")).toBeVisible();
    await expectClean(page, "receipt");

    await open("/workflows");
    await page.getByLabel("Select Figures").check();
    await expect(page.getByRole("toolbar", { name: "Selected workflows" })).toBeVisible();
    await expectClean(page, "selection");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(dialog).toBeVisible();
    await expectClean(page, "palette");
    await dialog.getByRole("option", { name: "Show the first steps" }).click();
    await expect(page.getByRole("complementary", { name: "First steps" })).toBeVisible();
    await expectClean(page, "first steps");
    await page.getByRole("button", { name: "Skip the first steps" }).click();
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
    await expectClean(page, "keys");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Notifications" }).click();
    await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
    await expectClean(page, "notifications");
    await page.keyboard.press("Escape");

    await open("/spend");
    for (const title of ["By day", "By tag", "By step type", "By status"]) {
      await page.getByRole("region", { name: title, exact: true }).getByTitle("Table").click();
    }
    await expectClean(page, "spend as tables");
    await open("/connections");
    await page.getByRole("button", { name: "Test" }).click();
    await expect(page.getByText("The key is accepted.")).toBeVisible();
    await page.getByRole("button", { name: "Add hosted connection" }).click();
    await expectClean(page, "a new connection");

    await open(`/workflows/new?from=${id}`);
    await page.getByRole("toolbar", { name: "Chain" }).getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Run with several values" }).click();
    await dialog.getByLabel("Times", { exact: true }).fill("2");
    await dialog.getByRole("button", { name: "Ask for the price of 2 runs" }).click();
    await expect(dialog.getByRole("button", { name: /^Run 2 workflows/ })).toBeVisible();
    await expectClean(page, "grid");
  });
}
