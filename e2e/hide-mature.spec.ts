import type { Page } from "@playwright/test";
import { isMature } from "#contract/mature.ts";
import { workflowBlobs } from "#contract/workflow.ts";
import { expect, type Operator, test } from "./operator.ts";

const image = (name: string, prompt: string) => ({ $type: "imageGen", name, input: { engine: "flux", prompt } });
/** Delivered, in yellow: one picture for everybody, two that are not. */
const mixed = {
  steps: [image("harbour", "a harbour"), image("study", "a figure [rated:x]"), image("sketch", "a figure [rated:r]")],
  allowMatureContent: true,
  metadata: { name: "Mixed" },
};
/** Paid in blue, so that what is mature is withheld. */
const withheld = {
  steps: [image("hill", "a hill"), image("nude", "a figure [rated:x]")],
  metadata: { name: "Withheld" },
};

/** The ids of what a workflow made, by whether it is mature: from the API, which hides nothing unless it is asked to. */
async function madeBy(operator: Operator, id: string): Promise<{ mature: string[]; safe: string[] }> {
  const blobs = workflowBlobs(await operator.reads(id)).map(({ blob }) => blob);
  return {
    mature: blobs.filter(({ nsfwLevel }) => isMature(nsfwLevel)).map((blob) => blob.id),
    safe: blobs.filter(({ nsfwLevel }) => !isMature(nsfwLevel)).map((blob) => blob.id),
  };
}

/** The ids of the blobs that a text names, plainly or inside the token of a signed link. */
function blobsNamedIn(text: string): string {
  const tokens = Array.from(text.matchAll(/\/blobs\/content\/([\w-]+)/g), ([, grant]) => grant ?? "");
  return [text, ...tokens.map((grant) => Buffer.from(grant, "base64url").toString())].join("\n");
}

/** Collects the address of every blob that the page asks for from now on. */
function recordBlobs(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/blobs/")) asked.push(blobsNamedIn(request.url()));
  });
  return asked;
}

/** Every address in the page that a browser could load or follow. */
async function addressesIn(page: Page): Promise<string> {
  const addresses = await page
    .locator("[src], [href], [poster], [srcset], [style*='url(']")
    .evaluateAll((all) => all.map((one) => one.outerHTML).join("\n"));
  return blobsNamedIn(addresses);
}

test("while mature media is hidden, no screen asks for it or holds its address", async ({ page, operator }) => {
  const mixedId = await operator.submits(mixed, 20);
  const withheldId = await operator.submits(withheld, 20);
  const made = [await madeBy(operator, mixedId), await madeBy(operator, withheldId)];
  const mature = made.flatMap((one) => one.mature);
  const safe = made.flatMap((one) => one.safe);
  expect([mature.length, safe.length]).toEqual([3, 2]);
  const asked = recordBlobs(page);
  const holdsNone = async () => {
    const addresses = await addressesIn(page);
    expect(mature.filter((id) => addresses.includes(id))).toEqual([]);
  };
  const dialog = page.getByRole("dialog");

  await test.step("list", async () => {
    await page.goto("/workflows");
    await expect(page.getByRole("img", { name: "harbour, images[0]" })).toBeVisible();
    await expect(page.getByRole("listitem").getByText("Hidden: rated X")).toBeAttached();
    await holdsNone();
  });

  await test.step("detail", async () => {
    await page.getByRole("link", { name: "Mixed" }).click();
    await expect(page.getByText(/^Hidden: rated/)).toHaveText([/rated X/, /rated R/]);
    await holdsNone();
  });

  await test.step("lightbox", async () => {
    await page.getByRole("button", { name: "Open harbour, images[0]" }).click();
    await expect(dialog).toContainText("1 of 1");
    await page.keyboard.press("ArrowRight");
    await expect(dialog).toContainText("harbour");
    await holdsNone();
    await page.goto(`/workflows/${mixedId}?output=${mature[0]}`);
    await expect(page.getByRole("button", { name: "Open harbour, images[0]" })).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await holdsNone();
  });

  await test.step("release desk, spend, palette and a chain made from it", async () => {
    await page.goto("/release");
    await expect(page.getByText("1 to decide on", { exact: false })).toBeVisible();
    await expect(page.getByText(/^Withheld/).first()).toBeVisible();
    await holdsNone();
    await page.goto("/spend");
    await expect(page.getByText("From 2 workflows")).toBeVisible();
    await holdsNone();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(dialog.getByRole("option", { name: /Mixed/ })).toBeVisible();
    await holdsNone();
    await page.goto(`/workflows/new?from=${mixedId}`);
    await expect(page.getByRole("region", { name: "Chain" }).getByRole("listitem").first()).toBeVisible();
    await holdsNone();
  });

  await test.step("past outputs to choose from, and what was told of a workflow", async () => {
    await page.goto("/workflows/new");
    await page.getByRole("option", { name: "Upscale image" }).click();
    await page
      .getByRole("button", { name: /^Choose a past output for/ })
      .first()
      .click();
    await expect(dialog.getByRole("img", { name: /harbour/ })).toBeVisible();
    await expect(dialog.getByText("3 more are hidden or withheld.")).toBeVisible();
    await holdsNone();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Notifications" }).click();
    await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
    await holdsNone();
  });

  await test.step("the other screens", async () => {
    for (const [path, heading] of [
      ["/templates", "Templates"],
      ["/connections", "Connections"],
      ["/sandbox", "Sandbox"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
      await holdsNone();
    }
  });

  await test.step("a release of several, and its receipt", async () => {
    const id = await operator.submits({ ...withheld, metadata: { name: "Another" } }, 20);
    mature.push(...(await madeBy(operator, id)).mature);
    await page.goto("/release");
    await page.getByLabel("Select Another").check();
    await page.getByRole("button", { name: /^Release 1 for/ }).click();
    await holdsNone();
    await dialog.getByRole("button", { name: /^Release 1 for/ }).click();
    await expect(page.getByText("1 of 1 released.")).toBeVisible();
    await holdsNone();
    await page.goto(`/workflows/${id}`);
    await expect(page.getByText("Hidden: rated X")).toBeVisible();
    await holdsNone();
  });

  await test.step("release", async () => {
    await page.goto(`/workflows/${withheldId}`);
    await page.getByRole("button", { name: /^Release for 20 yellow/ }).click();
    await expect(dialog).toContainText("20 blue comes back, 20 yellow is charged.");
    await holdsNone();
    await dialog.getByRole("button", { name: /^Release for 20 yellow/ }).click();
    await expect(page.getByText("Hidden: rated X")).toBeVisible();
    await holdsNone();
  });

  // What may be seen was asked for: the record works.
  await expect.poll(() => safe.filter((id) => asked.some((url) => url.includes(id)))).toEqual(safe);
  expect(mature.filter((id) => asked.some((url) => url.includes(id)))).toEqual([]);
});

test("while it is not hidden, each mature medium is blurred until it is pressed, in the lightbox too", async ({
  page,
  operator,
}) => {
  const id = await operator.submits(mixed, 20);
  await page.goto(`/workflows/${id}`);
  await page.getByRole("switch", { name: /^Hide/ }).click();
  const gallery = page.getByRole("region", { name: "Outputs" });
  const blurred = /blur\(24px\)/;
  await expect(gallery.getByRole("img", { name: "study, images[0]" })).toHaveCSS("filter", blurred);
  await expect(gallery.getByRole("img", { name: "sketch, images[0]" })).toHaveCSS("filter", blurred);

  await gallery.getByRole("button", { name: "Show study, images[0], rated X" }).click();
  await expect(gallery.getByRole("img", { name: "study, images[0]" })).not.toHaveCSS("filter", blurred);
  await expect(gallery.getByRole("img", { name: "sketch, images[0]" })).toHaveCSS("filter", blurred);

  const dialog = page.getByRole("dialog");
  await gallery.getByRole("button", { name: "Open study, images[0]" }).click();
  await expect(dialog.getByRole("img", { name: "study, images[0]" })).not.toHaveCSS("filter", blurred);
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("img", { name: "sketch, images[0]" })).toHaveCSS("filter", blurred);
  await dialog.getByRole("button", { name: "Show sketch, images[0], rated R" }).click();
  await expect(dialog.getByRole("img", { name: "sketch, images[0]" })).not.toHaveCSS("filter", blurred);
  await page.keyboard.press("Escape");

  await page.getByRole("switch", { name: /^Hide/ }).click();
  await expect(page.getByText(/^Hidden: rated/)).toHaveCount(2);
  await expect(gallery.getByRole("img")).toHaveCount(1);
});
