import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { convertImage, NotAnImage, readImageFacts, thumbnail, upscaleImage } from "./process-image.ts";
import { removeBackground } from "./remove-background.ts";
import { sniffMediaType } from "./sniff-media-type.ts";

const aPicture = { prompt: "a lighthouse at dawn", seed: 7, width: 96, height: 64, format: "png" } as const;
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
const difference = async (one: Uint8Array, other: Uint8Array) => {
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
};

describe("processing a picture", () => {
  it("doubles the resolution with each repeat of an upscale", async () => {
    const upscaled = await upscaleImage(await drawPicture(aPicture), 2);
    expect(await readImageFacts(upscaled.bytes)).toMatchObject({ width: 384, height: 256 });
  });

  it("makes a picture of one line no thinner than that when it gets too long to be enlarged", async () => {
    const line = await sharp({ create: { width: 20_000, height: 1, channels: 3, background: "#204060" } })
      .png()
      .toBuffer();
    expect(await upscaleImage(line, 1)).toMatchObject({ width: 8192, height: 1 });
  });

  it.each(["jpeg", "png", "webp", "gif"] as const)("converts to %s", async (format) => {
    const converted = await convertImage(await drawPicture(aPicture), { format });
    expect(sniffMediaType(converted.bytes)).toBe(`image/${format}`);
    expect(converted).toMatchObject({ width: 96, height: 64, mediaType: `image/${format}` });
  });

  it("applies transforms in order", async () => {
    const converted = await convertImage(await drawPicture(aPicture), { format: "png" }, [
      { type: "resize", targetWidth: 48 },
      { type: "blur", blur: 40, mode: "include" },
    ]);
    expect(converted).toMatchObject({ width: 48, height: 32 });
  });

  it("blurs only inside the regions when they are included", async () => {
    const source = await drawPicture({ ...aPicture, prompt: "geometric pattern" });
    const left = { x1: 0, y1: 0, x2: 40, y2: 64 };
    const blurred = await convertImage(source, { format: "png" }, [
      { type: "blur", blur: 80, mode: "include", regions: [left] },
    ]);
    const half = (bytes: Uint8Array, from: number) =>
      sharp(bytes).removeAlpha().extract({ left: from, top: 0, width: 36, height: 64 }).png().toBuffer();
    expect(await difference(await half(source, 60), await half(blurred.bytes, 60))).toBeLessThan(0.5);
    expect(await difference(await half(source, 0), await half(blurred.bytes, 0))).toBeGreaterThan(2);
  });

  it("keeps only the first frame of an animation when one is asked for", async () => {
    const frames = await Promise.all([1, 2, 3].map((seed) => drawPicture({ ...aPicture, seed })));
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await readImageFacts((await convertImage(animation, { format: "webp" })).bytes)).frames).toBe(3);
    expect((await readImageFacts((await convertImage(animation, { format: "gif", maxFrames: 1 })).bytes)).frames).toBe(
      1,
    );
  });

  it("transforms every frame of an animation, and keeps its timing", async () => {
    const frames = await Promise.all([1, 2, 3].map((seed) => drawPicture({ ...aPicture, seed })));
    const animation = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [90, 200, 310], loop: 2 })
      .toBuffer();
    const converted = await convertImage(animation, { format: "webp", lossless: true, maxFrames: 2 }, [
      { type: "blur", blur: 20, mode: "include" },
      { type: "resize", targetWidth: 30 },
    ]);
    expect(converted).toMatchObject({ width: 30, height: 20 });
    expect(await sharp(converted.bytes).metadata()).toMatchObject({
      pages: 2,
      height: 20,
      delay: [90, 200],
      loop: 2,
    });
  });

  it("turns a photo upright before it measures a width or a region", async () => {
    const lying = await sharp(await drawPicture(aPicture))
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await readImageFacts(lying)).toMatchObject({ width: 64, height: 96 });
    const converted = await convertImage(lying, { format: "png" }, [{ type: "resize", targetWidth: 32 }]);
    expect(converted).toMatchObject({ width: 32, height: 48 });
    expect((await upscaleImage(lying, 1)).height).toBe(192);
  });

  it("keeps the metadata through every transform unless they are to be hidden", async () => {
    const source = await sharp(await drawPicture(aPicture))
      .jpeg()
      .withExif({ IFD0: { Artist: "An operator" } })
      .toBuffer();
    const transforms = [{ type: "blur", blur: 5, mode: "exclude", regions: [{ x1: 0, y1: 0, x2: 9, y2: 9 }] } as const];
    const exifOf = async (hideMetadata: boolean) =>
      (await sharp((await convertImage(source, { format: "jpeg", hideMetadata }, transforms)).bytes).metadata()).exif;
    expect((await exifOf(false))?.includes("An operator")).toBe(true);
    expect(await exifOf(true)).toBeUndefined();
  });

  it("writes smaller files for a lower quality, and the very pixels when lossless", async () => {
    const source = await drawPicture(aPicture);
    const sizeOf = async (quality: number) => (await convertImage(source, { format: "webp", quality })).bytes.length;
    expect(await sizeOf(10)).toBeLessThan(await sizeOf(95));
    const lossless = await convertImage(source, { format: "webp", lossless: true });
    const opaque = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();
    expect(await opaque(lossless.bytes)).toEqual(await opaque(source));
  });

  it("makes the background transparent and keeps the subject", async () => {
    const subject = Buffer.from('<svg width="80" height="80"><circle cx="40" cy="40" r="20" fill="#c02020"/></svg>');
    const scene = await sharp({ create: { width: 80, height: 80, channels: 3, background: "#20a040" } })
      .composite([{ input: subject }])
      .png()
      .toBuffer();
    const cut = await removeBackground(scene, "png");
    const pixels = await pixelsOf(cut.bytes);
    expect(pixels[3]).toBe(0);
    expect(pixels[(40 * 80 + 40) * 4 + 3]).toBe(255);
  });

  it("takes away a sky that fades, and softens the edge of the subject", async () => {
    const drawn = `<svg width="90" height="90"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#dceefc"/><stop offset="1" stop-color="#7fb2dd"/></linearGradient></defs><rect width="90" height="90" fill="url(#a)"/><circle cx="45" cy="45" r="22" fill="#7a1f1f"/></svg>`;
    const { bytes } = await removeBackground(await sharp(Buffer.from(drawn)).png().toBuffer(), "webp");
    const pixels = await pixelsOf(bytes);
    const opacityAt = (x: number, y: number) => pixels[(y * 90 + x) * 4 + 3] ?? 0;
    expect([opacityAt(3, 3), opacityAt(3, 86), opacityAt(86, 45)]).toEqual([0, 0, 0]);
    expect(opacityAt(45, 45)).toBe(255);
  });

  it("makes a thumbnail that is never larger than its source", async () => {
    expect(await thumbnail(await drawPicture(aPicture), 48)).toMatchObject({ width: 48, height: 32 });
    expect(await thumbnail(await drawPicture(aPicture), 450)).toMatchObject({ width: 96, height: 64 });
  });

  it("refuses what is no picture with words for a person", async () => {
    const text = new TextEncoder().encode("not a picture at all");
    await expect(upscaleImage(text, 1)).rejects.toThrow(NotAnImage);
    await expect(removeBackground(text, "png")).rejects.toThrow("not a picture that can be read");
  });
});
