import { readFileSync } from "node:fs";
import { expect, type Operator, test } from "./operator.ts";

const echo = (name: string, message = "hello") => ({
  steps: [{ $type: "echo", input: { message } }],
  metadata: { name },
});

async function submits(operator: Operator, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(await operator.submits(echo(name), 10));
  return ids;
}

test("rows are selected with shift, tagged and untagged with a preview, and the receipt is true", async ({
  page,
  operator,
}) => {
  await submits(operator, ["One", "Two", "Three", "Four"]);
  await page.goto("/workflows");
  await page.getByLabel("Select Four").check();
  await page.getByLabel("Select Two").click({ modifiers: ["Shift"] });
  const bar = page.getByRole("toolbar", { name: "Selected workflows" });
  await expect(bar.getByText("3 selected")).toBeVisible();
  await bar.getByRole("button", { name: "Tags" }).click();
  await page.getByRole("menuitem", { name: "Add a tag" }).click();
  await page.getByRole("dialog").getByLabel("Tag").fill("picked");
  await page.getByRole("dialog").getByRole("button", { name: "Add “picked” to 3" }).click();
  const receipt = page.getByRole("region", { name: "Receipt" });
  await expect(receipt.getByText("3 of 3 tagged.")).toBeVisible();
  await receipt.getByRole("button", { name: "Back to the list" }).click();
  const tagged = (await operator.lists()).filter(({ tags }) => tags?.includes("picked"));
  expect(tagged.map(({ metadata }) => metadata?.name)).toEqual(["Four", "Three", "Two"]);

  await page.getByLabel("Select One").check();
  await bar.getByRole("button", { name: "Select all 4" }).click();
  await bar.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toContainText("0 workflows. 4 left alone: over already.");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel 0" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("selected workflows are exported as JSON, CSV and a zip with a manifest", async ({ page, operator }) => {
  await operator.submits(
    {
      steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "=a hill" } }],
      metadata: { name: "=cmd" },
    },
    20,
  );
  await page.goto("/workflows");
  await page.getByLabel("Select =cmd").check();
  const bar = page.getByRole("toolbar", { name: "Selected workflows" });
  const save = async (format: string) => {
    const download = page.waitForEvent("download");
    await bar.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    if (format.startsWith("Media")) {
      await expect(page.getByRole("dialog")).toContainText("1 file and a manifest.");
      await page.getByRole("button", { name: "Save 1 file" }).click();
    }
    return readFileSync(await (await download).path());
  };
  expect(JSON.parse((await save("JSON")).toString())).toMatchObject([{ metadata: { name: "=cmd" } }]);
  // A spreadsheet would run what begins with "=".
  expect((await save("CSV")).toString()).toContain("'=cmd");
  const zip = await save("Media as a zip");
  expect(zip.subarray(0, 2).toString()).toBe("PK");
  expect(zip.includes("manifest.json")).toBe(true);
  expect(zip.includes("hero-")).toBe(true);
});

test("a bulk delete is stopped midway; what was done and what was left is told", async ({
  page,
  operator,
  request,
}) => {
  const ids = await submits(operator, ["One", "Two", "Three", "Four", "Five"]);
  await page.goto("/workflows");
  await page.getByLabel("Select Five").check();
  await page.getByRole("button", { name: "Select all 5" }).click();
  // The second one from above takes its time, so that there is a midway.
  await request.post("/_sandbox/faults", {
    headers: { Authorization: `Bearer ${operator.token}` },
    data: { kind: "429", times: 3, match: { method: "DELETE", path: `/v2/consumer/workflows/${ids[3]}` } },
  });
  await page.getByRole("toolbar", { name: "Selected workflows" }).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete 5" }).click();
  const receipt = page.getByRole("region", { name: "Receipt" });
  await receipt.getByRole("button", { name: "Stop" }).click();
  await expect(receipt.getByRole("button", { name: "Back to the list" })).toBeVisible();
  const left = (await operator.lists()).length;
  await expect(receipt.getByRole("status")).toContainText(`${5 - left} of 5 deleted`);
  expect(left).toBeGreaterThan(0);
  await receipt.getByRole("button", { name: "Back to the list" }).click();
  await expect(page.getByText(`${left} loaded`)).toBeVisible();
});
