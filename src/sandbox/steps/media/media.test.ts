import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./draw-picture.ts";
import { clipSize, makeClip, posterOf, resizeClip } from "./film/clip.ts";
import { readClipFacts } from "./film/mp4-boxes.ts";
import { convertImage, NotAnImage, readImageFacts, thumbnail, upscaleImage } from "./process-image.ts";
import { removeBackground } from "./remove-background.ts";
import { sniffMediaType } from "./sniff-media-type.ts";
import { makeTone, readWavSeconds } from "./tone.ts";
import { varyPicture } from "./vary-picture.ts";

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
});

describe("varyPicture", () => {
  it("keeps more of its source the weaker it is", async () => {
    const source = await drawPicture({ ...aPicture, prompt: "a red desert" });
    const weak = await varyPicture(source, 0.1, aPicture);
    const strong = await varyPicture(source, 0.95, aPicture);
    expect(await difference(source, weak)).toBeLessThan(await difference(source, strong));
  });
});

describe("processing a picture", () => {
  it("doubles the resolution with each repeat of an upscale", async () => {
    const upscaled = await upscaleImage(await drawPicture(aPicture), 2);
    expect(await readImageFacts(upscaled.bytes)).toMatchObject({ width: 384, height: 256 });
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

describe("a clip", () => {
  const request = { prompt: "sea", seed: 3, width: 160, height: 90, seconds: 1, framesPerSecond: 12 };

  it("is an MP4 of the size and length that were asked for", async () => {
    const clip = await makeClip(request);
    expect(sniffMediaType(clip)).toBe("video/mp4");
    expect(readClipFacts(clip)).toMatchObject({ width: 160, height: 90 });
    expect(readClipFacts(clip)?.seconds).toBeCloseTo(1, 1);
    expect(readClipFacts(clip)?.framesPerSecond).toBeCloseTo(12, 0);
  });

  it("has even edges and a longer edge of 854 px at most", () => {
    expect(clipSize(1920, 1080)).toEqual({ width: 854, height: 480 });
    expect(clipSize(101, 55)).toEqual({ width: 102, height: 56 });
  });

  it("can be filmed again in another width, and shows a poster", async () => {
    const clip = await makeClip(request);
    const smaller = await resizeClip(clip, 80);
    expect(smaller && readClipFacts(smaller)).toMatchObject({ width: 80, height: 46 });
    const poster = await posterOf(clip, 100);
    expect(poster && sniffMediaType(poster)).toBe("image/jpeg");
  });

  it("starts from the picture that is given", async () => {
    const red = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#d01010" } })
      .png()
      .toBuffer();
    const poster = await posterOf(await makeClip({ ...request, startImage: red }), 32);
    const [redness = 0, greenness = 0] = poster ? await pixelsOf(poster) : [];
    expect(redness).toBeGreaterThan(180);
    expect(greenness).toBeLessThan(60);
  });

  it("is not resized when it is another's MP4", async () => {
    const foreign = Uint8Array.from([0, 0, 0, 12, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
    expect(await resizeClip(foreign, 80)).toBeUndefined();
    expect(readClipFacts(foreign)).toBeUndefined();
  });
});

describe("makeTone", () => {
  it("is a WAV of the length that was asked for, the same for the same text", () => {
    const tone = makeTone({ text: "hello", seed: 1, seconds: 2.5 });
    expect(sniffMediaType(tone)).toBe("audio/wav");
    expect(readWavSeconds(tone)).toBeCloseTo(2.5, 2);
    expect(makeTone({ text: "hello", seed: 1, seconds: 2.5 })).toEqual(tone);
    expect(makeTone({ text: "hello", seed: 2, seconds: 2.5 })).not.toEqual(tone);
  });
});
