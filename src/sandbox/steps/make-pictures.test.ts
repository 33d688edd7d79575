import { describe, expect, it } from "vitest";
import { drawPicture } from "./media/draw-picture.ts";
import { readImageFacts } from "./media/process-image.ts";
import { tryStep } from "./step-trial.ts";

const flux = { engine: "flux", prompt: "a lighthouse", seed: 7, width: 128, height: 64 };
const sdxl = {
  engine: "sdcpp",
  ecosystem: "sdxl",
  model: "urn:air:sdxl:checkpoint:civitai:1@2",
  prompt: "a lighthouse",
};
const source = "https://sandbox.test/source";
const aPicture = async (width: number, height: number) => ({
  [source]: {
    bytes: await drawPicture({ prompt: "dunes", seed: 1, width, height, format: "png" }),
    mediaType: "image/png",
  },
});
const contents = async (input: unknown, surroundings = {}) =>
  (await tryStep("imageGen", input, surroundings)).blobs.map(({ content }) => content);
const sizeOf = async (input: unknown) => {
  const [blob] = (await tryStep("imageGen", input)).blobs;
  return [blob?.width, blob?.height];
};

describe("imageGen", () => {
  it("delivers as many pictures as the input asks for, in the format it asks for", async () => {
    const { output, blobs } = await tryStep("imageGen", { ...flux, quantity: 3, outputFormat: "webP" });
    expect(output).toEqual({
      images: [1, 2, 3].map((number) => ({ type: "image", id: `blob-${number}` })),
    });
    expect(blobs.map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual(
      Array.from({ length: 3 }, () => ["image/webp", 128, 64]),
    );
  });

  it("delivers fewer when told so, and says how many are missing", async () => {
    const { output } = await tryStep("imageGen", { ...flux, quantity: 3 }, { items: 2 });
    expect(output.images).toHaveLength(2);
    expect(output.errors).toEqual(["1 of 3 images could not be made."]);
  });

  it("gives the same pictures for the same input, whatever the step", async () => {
    expect(await contents(flux, { seed: 1 })).toEqual(await contents(flux, { seed: 2 }));
    expect((await contents({ ...flux, quantity: 4 }))[0]).toEqual((await contents(flux))[0]);
  });

  it("gives other pictures for another seed, prompt or engine", async () => {
    const seeds = await Promise.all(
      [flux, { ...flux, seed: 8 }, { ...flux, prompt: "a tower" }, { ...flux, steps: 21 }].map((input) =>
        contents(input),
      ),
    );
    expect(new Set(seeds.map((content) => JSON.stringify(content))).size).toBe(4);
  });

  it("draws the second picture of a seed as the first of the next seed", async () => {
    const [, second] = await contents({ ...flux, quantity: 2 });
    expect([second]).toEqual(await contents({ ...flux, seed: 8 }));
  });

  it("takes the step's own seed where the input has none", async () => {
    const { seed: _, ...unseeded } = flux;
    expect(await contents(unseeded, { seed: 1 })).toEqual(await contents(unseeded, { seed: 1 }));
    expect(await contents(unseeded, { seed: 1 })).not.toEqual(await contents(unseeded, { seed: 2 }));
  });

  it.each([
    ["google's ratio at 1K", { engine: "google", model: "imagen4", prompt: "x", aspectRatio: "16:9" }, 1376, 768],
    [
      "google's ratio at 2K",
      { engine: "google", model: "nano-banana-pro", prompt: "x", aspectRatio: "1:1", resolution: "2K" },
      2048,
      2048,
    ],
    [
      "openai's size",
      { engine: "openai", model: "dall-e-3", operation: "createImage", prompt: "x", size: "1024x1792" },
      1024,
      1792,
    ],
    [
      "openai's width and height",
      { engine: "openai", model: "gpt-image-2", operation: "createImage", prompt: "x" },
      1024,
      1024,
    ],
    ["seedream's width and height", { engine: "seedream", prompt: "x", width: 300, height: 400 }, 300, 400],
    ["sd1's default", { ...sdxl, ecosystem: "sd1", operation: "createImage" }, 512, 512],
  ])("draws in %s", async (_, input, width, height) => {
    expect(await sizeOf(input)).toEqual([width, height]);
  });

  it("starts a variant from the bytes of its source", async () => {
    const variant = { ...sdxl, operation: "createVariant", image: source, strength: 0.2, width: 96, height: 96 };
    const media = await aPicture(64, 64);
    const [content] = await contents(variant, { media });
    expect(content?.kind).toBe("bytes");
    const drawn = content?.kind === "bytes" ? await readImageFacts(content.bytes) : undefined;
    expect(drawn).toMatchObject({ width: 96, height: 96, mediaType: "image/jpeg" });
  });

  it("edits in the size of the source where the input leaves it open", async () => {
    const edit = { engine: "openai", model: "gpt-image-1.5", operation: "editImage", prompt: "snow", images: [source] };
    const { blobs } = await tryStep("imageGen", edit, { media: await aPicture(80, 48) });
    expect(blobs.map(({ width, height }) => [width, height])).toEqual([[80, 48]]);
  });

  it("draws from the words alone when the source is on another host or no picture", async () => {
    const edit = { engine: "google", model: "nano-banana-2", prompt: "snow", images: [source] };
    expect(await contents(edit)).toMatchObject([{ kind: "recipe" }]);
    const broken = { [source]: { bytes: new Uint8Array([1, 2, 3]), mediaType: "image/png" } };
    expect(await contents(edit, { media: broken })).toMatchObject([{ kind: "recipe" }]);
  });
});

describe("textToImage", () => {
  it("delivers every picture of every batch", async () => {
    const { output, blobs } = await tryStep("textToImage", { prompt: "a cat", quantity: 2, batchSize: 2 });
    expect(output.images).toHaveLength(4);
    expect(blobs[0]).toMatchObject({ mediaType: "image/png", width: 512, height: 512 });
  });

  it("starts from a source picture", async () => {
    const input = { prompt: "a cat", sourceImage: source, width: 64, height: 64 };
    const { blobs } = await tryStep("textToImage", input, { media: await aPicture(32, 32) });
    expect(blobs[0]?.content.kind).toBe("bytes");
  });
});
