import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Operator } from "./operator.ts";
import { everyTry, expect, test } from "./own-host.ts";

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

test("a bulk delete is stopped midway; what was done and what was left is told", async ({ page, operator, faults }) => {
  const ids = await submits(operator, ["One", "Two", "Three", "Four", "Five"]);
  await page.goto("/workflows");
  await page.getByLabel("Select Five").check();
  await page.getByRole("button", { name: "Select all 5" }).click();
  // The second one from above takes its time, so that there is a midway.
  await faults.arm({
    kind: "429",
    times: everyTry,
    match: { method: "DELETE", path: `/v2/consumer/workflows/${ids[3]}` },
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

test("a bulk action goes through limits, failures, pages of HTML and lost answers, and the receipt is true", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await submits(operator, ["One", "Two", "Three", "Four"]);
  const kinds = ["429", "500", "502-html", "drop-after-commit"] as const;
  for (const [index, kind] of kinds.entries()) {
    const path = `/v2/consumer/workflows/${ids[index]}/tags`;
    await faults.arm({ kind, times: 1, match: { method: "POST", path } });
  }
  await page.goto("/workflows");
  await tagAll(page, "kept");
  await expect(page.getByRole("region", { name: "Receipt" })).toContainText("4 of 4 tagged.", { timeout: 30_000 });
  for (const id of ids) expect((await operator.reads(id)).tags).toEqual(["kept"]);
});

test("a network that stays away ends a bulk action: what was done, failed and left is told, and saved as a file", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await submits(operator, ["One", "Two", "Three", "Four"]);
  // From the top of the list: Four, then Three, which never gets an answer.
  const path = `/v2/consumer/workflows/${ids[2]}/tags`;
  await faults.arm({ kind: "drop", times: 100, match: { method: "POST", path } });
  await page.goto("/workflows");
  await tagAll(page, "kept");
  const receipt = page.getByRole("region", { name: "Receipt" });
  await expect(receipt).toContainText("1 of 4 tagged, 1 failed, 2 left as they are.", { timeout: 30_000 });
  const download = page.waitForEvent("download");
  await receipt.getByRole("button", { name: "Download the receipt" }).click();
  const lines = readFileSync(await (await download).path(), "utf8").split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain("Four,tagged");
  expect(lines[2]).toContain("Three,failed");
  for (const line of lines.slice(3)) expect(line).toContain("The server could not be reached.");
  const tagged = (await operator.lists()).filter(({ tags }) => tags?.includes("kept"));
  expect(tagged.map(({ metadata }) => metadata?.name)).toEqual(["Four"]);
});

test("all that match are selected beyond what is loaded, and reading them is stopped where it takes long", async ({
  page,
  operator,
  faults,
}) => {
  await submits(
    operator,
    Array.from({ length: 60 }, (_, index) => `Row ${index}`),
  );
  // A screen that ends well before the first page does: nothing more is loaded by itself.
  await page.goto("/workflows");
  await expect(page.getByText("50 loaded, more below")).toBeVisible();
  const bar = page.getByRole("toolbar", { name: "Selected workflows" });
  await faults.arm({ kind: "429", times: 100, match: { method: "GET", path: "/v2/consumer/workflows" } });
  await page.getByLabel("Select Row 59").check();
  await bar.getByRole("button", { name: "Select all that match" }).click();
  await expect(bar.getByText("Reading: 50 so far")).toBeVisible();
  await bar.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("50 selected, and not all")).toBeVisible();
  await expect(bar.getByText("50 selected")).toBeVisible();

  await faults.disarm();
  await page.reload();
  await page.getByLabel("Select Row 59").check();
  await bar.getByRole("button", { name: "Select all that match" }).click();
  await expect(bar.getByText("60 selected")).toBeVisible();
});

function tagAll(page: Page, tag: string): Promise<void> {
  const bar = page.getByRole("toolbar", { name: "Selected workflows" });
  return test.step("tag all", async () => {
    await page.getByLabel("Select Four").check();
    await bar.getByRole("button", { name: "Select all 4" }).click();
    await bar.getByRole("button", { name: "Tags" }).click();
    await page.getByRole("menuitem", { name: "Add a tag" }).click();
    await page.getByRole("dialog").getByLabel("Tag").fill(tag);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Add “${tag}” to 4` })
      .click();
  });
}
