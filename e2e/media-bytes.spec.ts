import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { workflowBlobs } from "#contract/workflow.ts";
import { expect, test } from "./hosted-host.ts";
import type { Operator } from "./operator.ts";

/*
 * The files of a hosted connection are on another host. The page may show them from there; to read them it needs the
 * relay.
 */
test.use({ way: "through the relay" });

const two = {
  steps: [
    {
      $type: "imageGen",
      name: "hero",
      input: { engine: "flux", prompt: "a fox", width: 256, height: 256, quantity: 2 },
    },
  ],
  metadata: { name: "Foxes" },
};

/** The files that a workflow made, as their own host hands them out. */
async function truth(operator: Operator, id: string): Promise<{ id: string; bytes: Buffer }[]> {
  const blobs = workflowBlobs(await operator.reads(id));
  return Promise.all(
    blobs.map(async ({ blob }) => {
      const answer = await fetch(blob.url ?? "");
      expect(answer.status).toBe(200);
      return { id: blob.id, bytes: Buffer.from(await answer.arrayBuffer()) };
    }),
  );
}

/** What is saved after an act. */
async function savedBy(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await act();
  return readFileSync(await (await download).path());
}

async function exportMedia(page: Page): Promise<Buffer> {
  await page.getByLabel("Select Foxes").check();
  const bar = page.getByRole("toolbar", { name: "Selected workflows" });
  await bar.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Media as a zip" }).click();
  await expect(page.getByRole("dialog")).toContainText("2 files and a manifest.");
  return savedBy(page, () => page.getByRole("button", { name: "Save 2 files" }).click());
}

test("one file, all of a workflow, and an export of the list hold the bytes of the files", async ({
  page,
  open,
  operator,
  relaying,
}) => {
  const id = await operator.submits(two, 20);
  const files = await truth(operator, id);
  expect(files).toHaveLength(2);
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin === relaying && url.pathname.includes("/blobs/")) keys.push(request.headers().authorization);
  });

  await open(`/workflows/${id}`);
  const all = await savedBy(page, () => page.getByRole("button", { name: "Download all 2" }).click());
  // The zip packs nothing tighter: a file stands in it byte by byte.
  for (const file of files) expect(all.includes(file.bytes), file.id).toBe(true);

  await page.getByRole("button", { name: "Open hero, images[1]" }).click();
  const save = page.getByRole("dialog").getByRole("button", { name: "Download" });
  expect((await savedBy(page, () => save.click())).equals(files[1]?.bytes ?? Buffer.of())).toBe(true);

  await open("/workflows");
  const exported = await exportMedia(page);
  for (const file of files) expect(exported.includes(file.bytes), file.id).toBe(true);
  expect(exported.includes("leftOut")).toBe(false);

  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => key !== undefined)).toEqual([]);
});

test("files on a host that is not relayed are named, linked to, and listed as not included", async ({
  page,
  open,
  operator,
  hosted,
}) => {
  const id = await operator.submits(two, 20);
  const [, second] = await truth(operator, id);
  const cdn = new URL(hosted.replace("127.0.0.1", "localhost"));
  // The same answers, but for the host that they name for files: the sandbox has one host only.
  await page.route("**/relay/*/v2/consumer/workflows*/**", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(`${hosted}/v2/consumer/blobs`, `${cdn.origin}/v2/consumer/blobs`);
    await route.fulfill({ response, body });
  });

  await open(`/workflows/${id}`);
  const all = await savedBy(page, () => page.getByRole("button", { name: "Download all 2" }).click());
  const said = page.getByRole("alert").filter({ hasText: "Not in the file" });
  await expect(said).toContainText(`2 outputs on ${cdn.host}, which this Baton does not relay`);
  const link = said.getByRole("link", { name: "Open hero, images[1]" });
  await expect(link).toHaveAttribute("href", new RegExp(`^${cdn.origin}/v2/consumer/blobs/${second?.id}\\?`));
  expect(all.toString("latin1").match(/"leftOut": "The file is on localhost:\d+, which this Baton/g)).toHaveLength(2);

  await page.goto(`${page.url()}?output=${second?.id}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Download" }).click();
  const alert = dialog.getByRole("alert");
  await expect(alert).toContainText(`The file is on ${cdn.host}, which this Baton does not relay; open it there.`);
  await expect(alert.getByRole("link")).toHaveAttribute("href", new RegExp(`^${cdn.origin}/`));

  await open("/workflows");
  const exported = await exportMedia(page);
  await expect(page.getByText("0 of 2 files saved", { exact: true })).toBeVisible();
  await expect(
    page.getByText(`Not in the file: 2 on ${cdn.host}, which this Baton does not relay. Its manifest names them.`),
  ).toBeVisible();
  expect(exported.toString("latin1").match(/"leftOut": "The file is on localhost:\d+/g)).toHaveLength(2);
});
