import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { countMentions } from "./picture/mentions.ts";
import { readImageFacts } from "./process-image.ts";

const aPicture = { prompt: "a lighthouse at dawn", seed: 7, width: 96, height: 64, format: "png" } as const;
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
const difference = async (one: Uint8Array, other: Uint8Array) => {
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
};

describe("drawPicture", () => {
  it("draws the same bytes for the same prompt, seed and size", async () => {
    expect(await drawPicture(aPicture)).toEqual(await drawPicture(aPicture));
  });

  it("draws another picture for another seed or prompt", async () => {
    const first = await drawPicture(aPicture);
    expect(await difference(first, await drawPicture({ ...aPicture, seed: 8 }))).toBeGreaterThan(1);
    expect(await difference(first, await drawPicture({ ...aPicture, prompt: "a forest" }))).toBeGreaterThan(1);
  });

  it.each([
    [64, 64, "jpeg"],
    [512, 768, "png"],
    [1216, 832, "webp"],
  ] as const)("has the size %i x %i and the format %s that were asked for", async (width, height, format) => {
    const bytes = await drawPicture({ ...aPicture, width, height, format });
    expect(await readImageFacts(bytes)).toMatchObject({ width, height, mediaType: `image/${format}` });
  });

  it("shows the same picture in a preview as in full", async () => {
    const full = await drawPicture({ ...aPicture, width: 960, height: 640 });
    const shrunk = await sharp(full).resize(96, 64).png().toBuffer();
    expect(await difference(shrunk, await drawPicture(aPicture))).toBeLessThan(6);
  });

  it("takes a negative prompt into account", async () => {
    expect(await drawPicture({ ...aPicture, negativePrompt: "fog" })).not.toEqual(await drawPicture(aPicture));
  });

  it.each(["", "日本の山", "<svg>&\"'", "🦊".repeat(2000)])("draws something for the prompt %j", async (prompt) => {
    const { channels } = await sharp(await drawPicture({ ...aPicture, prompt })).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(3);
  });

  it("draws another scene for each of many subjects, and none fails at any seed or shape", async () => {
    const subjects = [
      "hills",
      "peak",
      "dune",
      "sea",
      "silk",
      "mosaic",
      "city",
      "forest",
      "rose",
      "aurora",
      "galaxy",
      "portrait",
      "vase",
      "poster",
      "stained glass",
    ];
    const drawn = await Promise.all(
      subjects.flatMap((prompt) =>
        [1, 2, 3].map((seed) => drawPicture({ prompt, seed, width: 40 + seed * 24, height: 64, format: "png" })),
      ),
    );
    expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString("base64"))).size).toBe(drawn.length);
  });

  it("uses whole words: a street is no tree", () => {
    expect(countMentions("A street, two trees", "tree")).toBe(1);
    expect(countMentions("starting restart", "star")).toBe(0);
  });
});
