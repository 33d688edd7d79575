import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { NotAnImage } from "./process-image.ts";
import { varyPicture } from "./vary-picture.ts";

const request = { prompt: "a lighthouse at dawn", seed: 7, width: 96, height: 64, format: "png" } as const;
const aSource = (prompt = "a red desert") => drawPicture({ ...request, prompt });
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();
const difference = async (one: Uint8Array, other: Uint8Array) => {
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
};

describe("varyPicture", () => {
  it("goes further from its source the stronger it is", async () => {
    const source = await aSource();
    const apart = async (strength: number) => difference(source, await varyPicture(source, strength, request));
    const [weak, middle, strong] = [await apart(0.1), await apart(0.5), await apart(1)];
    expect(weak).toBeLessThan(middle);
    expect(middle).toBeLessThan(strong);
  });

  it("still shows the source at full strength", async () => {
    const one = await varyPicture(await aSource("a red desert"), 1, request);
    const other = await varyPicture(await aSource("a city at night"), 1, request);
    expect(await difference(one, other)).toBeGreaterThan(3);
  });

  it("depends on the prompt and has the size and format asked for", async () => {
    const source = await aSource();
    const varied = await varyPicture(source, 0.7, { ...request, width: 50, height: 70, format: "webp" });
    expect(await sharp(varied).metadata()).toMatchObject({ width: 50, height: 70, format: "webp" });
    const other = await varyPicture(source, 0.7, { ...request, prompt: "a neon city", width: 50, height: 70 });
    expect(await difference(varied, other)).toBeGreaterThan(3);
  });

  it("is the same bytes for the same source and request", async () => {
    const source = await aSource();
    expect(await varyPicture(source, 0.6, request)).toEqual(await varyPicture(source, 0.6, request));
  });

  it("refuses a source that is no picture", async () => {
    await expect(varyPicture(new TextEncoder().encode("text"), 0.5, request)).rejects.toThrow(NotAnImage);
  });
});
