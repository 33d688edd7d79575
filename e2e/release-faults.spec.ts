import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { bar, receipt, waiting } from "./desk.ts";
import { addsHosted } from "./hosted-connection.ts";
import type { Operator } from "./operator.ts";
import { everyTry, expect, test } from "./own-host.ts";

/* What goes wrong while many are released: nothing is lost, nothing is paid twice, and the receipt is true. */

const names = ["One", "Two", "Three", "Four", "Five", "Six"];

async function manyWaiting(operator: Operator, count: number): Promise<string[]> {
  await operator.has({ blue: 100, yellow: 100 });
  return waiting(operator, names.slice(0, count));
}

const release = (id: string | undefined) => ({ method: "PUT", path: `/v2/consumer/workflows/${id}` });

async function releasesAll(page: Page, count: number): Promise<void> {
  await bar(page)
    .getByRole("button", { name: `Release ${count} for ${count * 10} yellow` })
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Release ${count} for ${count * 10} yellow` })
    .click();
}

async function selectsAll(page: Page, count: number): Promise<void> {
  await page.goto("/release");
  await bar(page)
    .getByRole("button", { name: `Select the ${count} that fit` })
    .click();
}

async function readReceipt(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await receipt(page).getByRole("button", { name: "Download the receipt" }).click();
  return readFileSync(await (await download).path(), "utf8");
}

test("a limit, failures and lost connections in the middle are gone through, and each is paid once", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await manyWaiting(operator, 6);
  await selectsAll(page, 6);
  await expect(bar(page).getByText("60 blue comes back, 60 yellow is charged")).toBeVisible();
  const kinds = ["429", "500", "502-html", "drop", "drop-after-commit"] as const;
  for (const [index, kind] of kinds.entries()) await faults.arm({ kind, match: release(ids[index]) });
  await releasesAll(page, 6);
  await expect(receipt(page).getByText("6 of 6 released.")).toBeVisible({ timeout: 40_000 });
  await expect(receipt(page).getByText("Quoted 60 yellow, charged 60 yellow; 60 blue came back.")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 40 });
  for (const id of ids) {
    const { metadata, allowMatureContent } = await operator.reads(id);
    expect(allowMatureContent).toBe(true);
    expect(metadata?.releases).toEqual([{ at: expect.any(String), quotedYellow: 10, chargedYellow: 10 }]);
  }
  const lines = (await readReceipt(page)).trim().split(/\r?\n/);
  expect(lines[0]).toBe(
    "workflow,name,outcome,why,quoted yellow,charged yellow,refunded blue,refunded green,released by somebody else,noted in its metadata",
  );
  expect(lines.slice(1).map((line) => line.split(",").slice(2).join(","))).toEqual(
    Array(6).fill("released,,10,10,10,0,no,yes"),
  );
});

test("a server that stays away ends the run; the rest is left, stays selected, and is released afterwards", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await manyWaiting(operator, 4);
  await selectsAll(page, 4);
  // Newest first: the second one from above is the third that was made.
  await faults.arm({ kind: "drop", times: everyTry, match: { path: `/v2/consumer/workflows/${ids[2]}` } });
  await releasesAll(page, 4);
  await expect(receipt(page).getByText("1 of 4 released, 1 failed, 2 left as they are.")).toBeVisible({
    timeout: 40_000,
  });
  await expect(receipt(page).getByText("The server could not be reached.").first()).toBeVisible();
  expect(await operator.balances()).toMatchObject({ yellow: 90 });
  const file = await readReceipt(page);
  expect(file.match(/,released,/g)).toHaveLength(1);
  expect(file.match(/,failed,/g)).toHaveLength(1);
  expect(file.match(/,skipped,/g)).toHaveLength(2);

  await faults.disarm();
  await receipt(page).getByRole("button", { name: "Back to the list" }).click();
  await expect(bar(page).getByText("3 selected")).toBeVisible();
  await releasesAll(page, 3);
  await expect(receipt(page).getByText("3 of 3 released.")).toBeVisible();
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 60 });
});

test("an answer that is lost again and again is told as unknown, and pressing once more charges nothing more", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await manyWaiting(operator, 1);
  await selectsAll(page, 1);
  await faults.arm({ kind: "drop-after-commit", times: everyTry, match: release(ids[0]) });
  await releasesAll(page, 1);
  // The release went through; only its note in the metadata met the fault, too.
  await expect(receipt(page).getByText("1 of 1 released.")).toBeVisible({ timeout: 40_000 });
  expect(await operator.balances()).toEqual({ blue: 100, green: 0, yellow: 90 });
});

test("a bulk release is stopped midway: what is under way is finished, the rest is left", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await manyWaiting(operator, 5);
  await selectsAll(page, 5);
  // The second one from above is asked to wait, so that there is a midway.
  await faults.arm({ kind: "429", times: everyTry, match: release(ids[3]) });
  await releasesAll(page, 5);
  await receipt(page).getByRole("button", { name: "Stop" }).click();
  await expect(receipt(page).getByRole("button", { name: "Back to the list" })).toBeVisible({ timeout: 20_000 });
  const released = (await operator.lists()).filter(({ allowMatureContent }) => allowMatureContent === true).length;
  expect(released).toBeLessThan(5);
  await expect(receipt(page).getByRole("status")).toContainText(`${released} of 5 released`);
  expect(await operator.balances()).toMatchObject({ yellow: 100 - released * 10 });
});

test("another connection is not gone to by a slip of the hand while a release runs", async ({
  page,
  operator,
  faults,
}) => {
  const ids = await manyWaiting(operator, 2);
  await page.goto("/connections");
  // The relay passes nothing on to it, and says so.
  await addsHosted(page, { name: "Hosted", url: "http://127.0.0.1:9", key: "a key" });
  await page.getByRole("link", { name: /^Release desk/ }).click();
  await bar(page).getByRole("button", { name: "Select the 2 that fit" }).click();
  // The newer one goes first, and hangs.
  await faults.arm({ kind: "hang", match: { ...release(ids[1]), whatif: false } });
  await releasesAll(page, 2);
  await expect(receipt(page).getByText("Release: under way")).toBeVisible();
  await page.getByLabel("Connection", { exact: true }).selectOption({ label: "Hosted" });
  const question = page.getByRole("dialog", { name: "Something is still under way" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(receipt(page).getByText("Release: under way")).toBeVisible();
  await expect(page.getByRole("banner").getByText("Live")).toBeHidden();

  await page.getByLabel("Connection", { exact: true }).selectOption({ label: "Hosted" });
  await question.getByRole("button", { name: "Leave and stop it" }).click();
  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Workflows", level: 1 })).toBeVisible();
  await faults.disarm();
  // The one behind it was not begun.
  expect((await operator.reads(ids[0] ?? "")).allowMatureContent).not.toBe(true);
});
