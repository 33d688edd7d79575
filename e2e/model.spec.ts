import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { workflowBlobs } from "#contract/workflow.ts";
import { test as base, expect } from "./operator.ts";
import { withHost } from "./own-host.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const published = resolve(root, process.env.CONTRACT_DATA ?? "../shared", "contract/openapi.json");

/** A host whose sandbox offers what a published document offers: 3D models are made by its step types only. */
const test = base.extend<object, { modelHost: string; relaying: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
  modelHost: [({}, use) => withHost({ SANDBOX_CONTRACT: published }, use), { scope: "worker" }],
  relaying: [({ modelHost }, use) => withHost({ RELAY_UPSTREAMS: modelHost }, use), { scope: "worker" }],
  baseURL: ({ modelHost }, use) => use(modelHost),
});

test.skip(!existsSync(published), "There is no published document.");

const teapot = {
  steps: [
    {
      $type: "polyGen",
      name: "mesh",
      input: { engine: "fal", model: "meshy", version: "v6", operation: "textTo3D", prompt: "a teapot" },
    },
  ],
};

/** What the page complains of from now on. */
function listen(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** Open the first model large, and wait until the viewer has drawn it. */
async function expectShown(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open mesh, model", exact: true }).click();
  const viewer = page.getByRole("dialog").locator("model-viewer");
  await expect(viewer).toHaveJSProperty("loaded", true, { timeout: 30_000 });
  // What could not be unpacked is a model of no size.
  const size = await viewer.evaluate((element) => {
    const read: unknown = Reflect.get(element, "getDimensions");
    return typeof read === "function" ? read.call(element).x : undefined;
  });
  expect(size).toBeGreaterThan(0);
}

test("a 3D model is shown by the viewer, and nothing is complained of", async ({ page, operator }) => {
  const id = await operator.submits(teapot, 30);
  const errors = listen(page);
  await page.goto(`/workflows/${id}`);
  await expect(page.getByText("mesh, rigged model", { exact: true })).toBeVisible();
  await expectShown(page);
  expect(errors).toEqual([]);
});

test("a 3D model of a hosted connection is shown through the relay", async ({
  page,
  operator,
  modelHost,
  relaying,
}) => {
  const id = await operator.submits(teapot, 30);
  const model = workflowBlobs(await operator.reads(id))[0]?.blob.id;
  await page.goto(`${relaying}/connections`);
  await page.getByRole("button", { name: "Add hosted connection" }).click();
  await page.getByLabel("Name").fill("Hosted");
  await page.getByLabel("Base URL").fill(modelHost);
  await page.getByLabel("API key").fill(operator.token);
  await page.getByRole("button", { name: "Add connection" }).click();
  await page.getByRole("article", { name: "Hosted" }).getByRole("button", { name: "Use this connection" }).click();
  await expect(page.getByRole("banner").getByText("Live")).toBeVisible();
  const errors = listen(page);
  const read = page.waitForResponse(
    (answer) => answer.url().startsWith(`${relaying}/relay/`) && answer.url().includes("/blobs/content/"),
  );
  await page.goto(`${relaying}/workflows/${id}?output=${model}`);
  expect((await read).ok()).toBe(true);
  await expect(page.getByRole("dialog").locator("model-viewer")).toHaveJSProperty("loaded", true, { timeout: 30_000 });
  expect(errors).toEqual([]);
});
