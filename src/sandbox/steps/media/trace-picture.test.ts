import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { NotAnImage } from "./process-image.ts";
import { tracePicture } from "./trace-picture.ts";

const flag = sharp({ create: { width: 60, height: 40, channels: 4, background: "#204080" } })
  .composite([
    { input: { create: { width: 30, height: 40, channels: 4, background: "#e0c020" } }, left: 30, top: 0 },
    { input: { create: { width: 10, height: 10, channels: 4, background: "#ffffff" } }, left: 5, top: 5 },
  ])
  .png()
  .toBuffer();

const pixelsOf = async (picture: Uint8Array) =>
  sharp(picture).resize(60, 40, { fit: "fill" }).flatten({ background: "#ffffff" }).removeAlpha().raw().toBuffer();

describe("tracePicture", () => {
  it("writes an SVG of the picture's size that is shapes and nothing else", async () => {
    const { svg, width, height } = await tracePicture(await flag);
    expect({ width, height }).toEqual({ width: 60, height: 40 });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="60" height="40" viewBox="0 0 60 40"[^>]*>(<path [^<>]*\/>)+<\/svg>$/,
    );
  });

  it("shows what the picture shows", async () => {
    const picture = await drawPicture({
      prompt: "a lighthouse at dawn",
      seed: 3,
      width: 480,
      height: 320,
      format: "png",
    });
    for (const bytes of [await flag, picture]) {
      const { svg } = await tracePicture(bytes);
      const [traced, given] = [await pixelsOf(Buffer.from(svg)), await pixelsOf(bytes)];
      const difference = given.reduce((sum, value, index) => sum + Math.abs(value - (traced[index] ?? 0)), 0);
      expect(difference / given.length).toBeLessThan(8);
    }
  });

  it.each([
    [1, 1],
    [2, 900],
  ])("traces a picture of %i x %i px", async (width, height) => {
    const dot = await sharp({ create: { width, height, channels: 3, background: "#c02020" } })
      .png()
      .toBuffer();
    const traced = await tracePicture(dot);
    expect(traced).toMatchObject({ width, height, svg: expect.stringContaining('fill="#c02020"') });
  });

  it("leaves open what is transparent, and draws nothing for a picture without a colour", async () => {
    const glass = { create: { width: 20, height: 20, channels: 4, background: "#00000000" } } as const;
    const hole = await sharp(glass)
      .composite([
        { input: { create: { width: 10, height: 20, channels: 4, background: "#c02020" } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer();
    const { data } = await sharp(Buffer.from((await tracePicture(hole)).svg))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const alphaAt = (x: number) => data[(10 * 20 + x) * 4 + 3];
    expect([alphaAt(3), alphaAt(16)]).toEqual([255, 0]);
    expect((await tracePicture(await sharp(glass).png().toBuffer())).svg).not.toContain("<path");
  });

  it("refuses what is no picture", async () => {
    await expect(tracePicture(new TextEncoder().encode("no picture"))).rejects.toThrow(NotAnImage);
  });
});
