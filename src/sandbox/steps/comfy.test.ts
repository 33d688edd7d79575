import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { NewBlob } from "./step-handler.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/source";
const node = (classType: string, inputs: object) => ({ classType, inputs });
const textToImage = {
  "3": node("KSampler", {
    ...{ seed: 5, steps: 20, cfg: 7, sampler_name: "euler", scheduler: "normal", denoise: 1 },
    ...{ model: ["4", 0], positive: ["6", 0], negative: ["7", 0], latent_image: ["5", 0] },
  }),
  "4": node("CheckpointLoaderSimple", { ckpt_name: "sd_xl_base.safetensors" }),
  "5": node("EmptyLatentImage", { width: 640, height: 384, batch_size: 2 }),
  "6": node("CLIPTextEncode", { text: "a lighthouse at dawn", clip: ["4", 1] }),
  "7": node("CLIPTextEncode", { text: "blurry", clip: ["4", 1] }),
  "8": node("VAEDecode", { samples: ["3", 0], vae: ["4", 2] }),
  "9": node("SaveImage", { filename_prefix: "Baton", images: ["8", 0] }),
};
const run = (comfyWorkflow: object, more = {}, surroundings = {}) =>
  tryStep("comfy", { comfyWorkflow, ...more }, surroundings);
const recipeOf = (blob: NewBlob | undefined) => blob?.content.kind === "recipe" && blob.content.recipe;
const pixelOf = async (blob: NewBlob | undefined, x = 0, y = 0) => {
  if (blob?.content.kind !== "bytes") throw new Error("The picture was not made by the nodes.");
  const area = { left: x, top: y, width: 1, height: 1 };
  return [...(await sharp(blob.content.bytes).extract(area).removeAlpha().raw().toBuffer())];
};

describe("comfy, where a model would draw", () => {
  it("draws from the words that lead to the picture, in the size and number of its latents", async () => {
    const { output, blobs } = await run(textToImage);
    expect(output.blobs).toEqual([
      { type: "image", id: "blob-1" },
      { type: "image", id: "blob-2" },
    ]);
    expect(blobs[0]).toMatchObject({ mediaType: "image/png", width: 640, height: 384 });
    expect(recipeOf(blobs[0])).toMatchObject({ maker: "picture", prompt: "a lighthouse at dawn" });
    expect(recipeOf(blobs[0])).not.toEqual(recipeOf(blobs[1]));
  });

  it("runs as often as the quantity says, every time with another seed", async () => {
    const { blobs } = await run(textToImage, { quantity: 3 });
    expect(blobs).toHaveLength(6);
    expect(new Set(blobs.map((blob) => JSON.stringify(recipeOf(blob)))).size).toBe(6);
  });

  it("runs less often when fewer are to be delivered", async () => {
    expect((await run(textToImage, { quantity: 3 }, { items: 2 })).blobs).toHaveLength(4);
  });

  it("draws the same for the same seed, and something else for another", async () => {
    const [first] = (await run(textToImage)).blobs;
    expect(recipeOf((await run(textToImage, {}, { seed: 99 })).blobs[0])).toEqual(recipeOf(first));
    const other = { ...textToImage, "3": node("KSampler", { ...textToImage["3"].inputs, seed: 6_000 }) };
    expect(recipeOf((await run(other)).blobs[0])).not.toEqual(recipeOf(first));
  });

  it("holds nobody up with words that are put together of themselves again and again", async () => {
    // Read once for each place where they are used, they are read longer than a test may take.
    const doubled = Array.from({ length: 40 }, (_, index) => [
      `text${index + 1}`,
      node("Concatenate", { text_a: [`text${index}`, 0], text_b: [`text${index}`, 0] }),
    ]);
    const graph = {
      ...textToImage,
      ...{ text0: node("String", { text: "a lighthouse" }), ...Object.fromEntries(doubled) },
      "6": node("CLIPTextEncode", { text: ["text40", 0], clip: ["4", 1] }),
    };
    const { blobs } = await run(graph);
    expect(recipeOf(blobs[0])).toMatchObject({ prompt: expect.stringMatching(/^a lighthouse, a lighthouse, /) });
  });

  it("puts words together as the nodes of text say", async () => {
    const graph = {
      ...textToImage,
      "6": node("CLIPTextEncode", { text: ["10", 0], clip: ["4", 1] }),
      "10": node("StringConcatenate", { string_a: ["11", 0], string_b: "at night", delimiter: " " }),
      "11": node("PrimitiveString", { value: "a harbour" }),
    };
    expect(recipeOf((await run(graph)).blobs[0])).toMatchObject({ prompt: "a harbour at night" });
  });
});

describe("comfy, where nodes are run as they are", () => {
  const blue = { "1": node("EmptyImage", { width: 80, height: 40, batch_size: 1, color: 0x0000ff }) };
  const save = (from: string) => node("SaveImage", { images: [from, 0] });

  it("makes a plain picture, turns its colours round and scales it", async () => {
    const graph = {
      ...blue,
      "2": node("ImageInvert", { image: ["1", 0] }),
      "3": node("ImageScale", { image: [2, 0], upscale_method: "area", width: 20, height: 0, crop: "disabled" }),
      "4": save("3"),
    };
    const { blobs } = await run(graph);
    expect(blobs[0]).toMatchObject({ width: 20, height: 10 });
    expect(await pixelOf(blobs[0])).toEqual([255, 255, 0]);
  });

  it("loads a file, cuts a part out of it and enlarges that", async () => {
    const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#ffffff" } })
      .composite([
        { input: { create: { width: 30, height: 30, channels: 3, background: "#00ff00" } }, left: 30, top: 30 },
      ])
      .png()
      .toBuffer();
    const graph = {
      "1": node("LoadImage", { image: source }),
      "2": node("ImageCrop", { image: ["1", 0], x: 30, y: 30, width: 30, height: 30 }),
      "3": node("ImageScaleBy", { image: ["2", 0], upscale_method: "area", scale_by: 2 }),
      "4": save("3"),
    };
    const surroundings = { media: { [source]: { bytes: picture, mediaType: "image/png" } } };
    const { blobs } = await run(graph, {}, surroundings);
    expect(blobs[0]).toMatchObject({ width: 60, height: 60 });
    expect(await pixelOf(blobs[0], 2, 2)).toEqual([0, 255, 0]);
  });

  it("works on what it draws, too", async () => {
    const graph = { ...textToImage, "9": save("10"), "10": node("ImageScaleBy", { image: ["8", 0], scale_by: 0.25 }) };
    const { blobs } = await run(graph);
    expect(blobs).toHaveLength(2);
    expect(blobs[0]).toMatchObject({ width: 160, height: 96, content: { kind: "bytes" } });
  });

  it.each([
    ["has no node that delivers", blue, /SaveImage or PreviewImage/],
    ["is empty", {}, /SaveImage or PreviewImage/],
    ["is linked to what is not there", { "4": save("7") }, /node "7", which is not there/],
    [
      "goes round in a circle",
      { "1": node("ImageInvert", { image: ["2", 0] }), "2": node("ImageInvert", { image: ["1", 0] }), "3": save("1") },
      /"1", "2" are linked in a circle/,
    ],
    ["loads from another host", { "1": node("LoadImage", { image: source }), "2": save("1") }, /another host/],
    [
      "enlarges without end",
      { ...blue, "2": node("ImageScaleBy", { image: ["1", 0], scale_by: 900 }), "3": save("2") },
      /larger than 8192/,
    ],
    ["saves nothing", { "3": node("SaveImage", {}) }, /not linked to any images/],
  ])("fails when the graph %s", async (_, graph, reason) => {
    expect((await run(graph)).result).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
