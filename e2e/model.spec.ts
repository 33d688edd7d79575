import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { workflowBlobs } from "#contract/workflow.ts";
import { worksHosted } from "./hosted-connection.ts";
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

/** A tetrahedron of one metre, its mesh packed by Draco, made with the encoder that three brings along. */
const packedMesh = Buffer.from(
  "RFJBQ08CAgEBAAAABAQAAwAAAS8BARAB/wAAAQAJAwAAAgEBAQADAwEQATADAFCCJJEEAAAAAP8HAAAAAAAAAAAAAAAAAAAAAIA/Cw==",
  "base64",
);

/** The tetrahedron as a GLB file, which the sandbox itself does not pack. */
function packedModel(): Buffer {
  const text = JSON.stringify({
    asset: { version: "2.0" },
    extensionsUsed: ["KHR_draco_mesh_compression"],
    extensionsRequired: ["KHR_draco_mesh_compression"],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [
      {
        primitives: [
          {
            attributes: { POSITION: 0 },
            indices: 1,
            extensions: { KHR_draco_mesh_compression: { bufferView: 0, attributes: { POSITION: 0 } } },
          },
        ],
      },
    ],
    accessors: [
      { componentType: 5126, count: 4, type: "VEC3", min: [0, 0, 0], max: [1, 1, 1] },
      { componentType: 5125, count: 12, type: "SCALAR" },
    ],
    bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: packedMesh.length }],
    buffers: [{ byteLength: packedMesh.length }],
  });
  const json = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  const head = Buffer.alloc(20);
  head.write("glTF", 0);
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(head.length + json.length + 8 + packedMesh.length, 8);
  head.writeUInt32LE(json.length, 12);
  head.write("JSON", 16);
  const bin = Buffer.alloc(8);
  bin.writeUInt32LE(packedMesh.length, 0);
  bin.write("BIN\0", 4);
  return Buffer.concat([head, json, bin, packedMesh]);
}

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

test("a compressed 3D model is unpacked by our own decoder, under our policy", async ({
  page,
  operator,
  modelHost,
}) => {
  const id = await operator.submits(teapot, 30);
  const model = workflowBlobs(await operator.reads(id))[0]?.blob.id;
  const strangers: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(modelHost) && !/^(blob|data):/.test(url)) strangers.push(url);
  });
  await page.route(`**/v2/consumer/blobs/${model}?*`, (route) =>
    route.fulfill({ contentType: "model/gltf-binary", body: packedModel() }),
  );
  const errors = listen(page);
  await page.goto(`/workflows/${id}`);
  await expectShown(page);
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
});

test("a 3D model whose viewer can't be fetched is saved as the file that it is", async ({ page, operator }) => {
  const id = await operator.submits(teapot, 30);
  const model = workflowBlobs(await operator.reads(id))[0]?.blob.id;
  await page.route("**/model-view-*.js", (route) => route.abort());
  await page.goto(`/workflows/${id}?output=${model}`);
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect(alert).toContainText("The viewer of 3D models could not be fetched.");
  const saved = page.waitForEvent("download");
  await alert.getByRole("link", { name: "Save the model" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(model);
  const [start] = await (await download.createReadStream()).take(1).toArray();
  expect(Buffer.from(start).subarray(0, 4).toString()).toBe("glTF");
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
  await worksHosted(page, { name: "Hosted", url: modelHost, key: operator.token });
  const errors = listen(page);
  const read = page.waitForResponse(
    (answer) => answer.url().startsWith(`${relaying}/relay/`) && answer.url().includes("/blobs/content/"),
  );
  await page.goto(`${relaying}/workflows/${id}?output=${model}`);
  expect((await read).ok()).toBe(true);
  await expect(page.getByRole("dialog").locator("model-viewer")).toHaveJSProperty("loaded", true, { timeout: 30_000 });
  expect(errors).toEqual([]);
});
