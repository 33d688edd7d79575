import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./media/draw-picture.ts";
import { makeClip, resizeClip } from "./media/film/clip.ts";
import { readImageFacts } from "./media/process-image.ts";
import { readMediaFacts } from "./media/read-media-facts.ts";
import { sniffMediaType } from "./media/sniff-media-type.ts";
import type { NewBlob } from "./step-handler.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/source";
const picture = drawPicture({ prompt: "dunes", seed: 1, width: 120, height: 80, format: "png" });
const withPicture = async () => ({ media: { [source]: { bytes: await picture, mediaType: "image/png" } } });
const withText = { media: { [source]: { bytes: new TextEncoder().encode("no picture"), mediaType: "image/png" } } };
const loadAndSave = {
  1: { classType: "LoadImage", inputs: { image: source } },
  2: { classType: "SaveImage", inputs: { images: ["1", 0] } },
};
const bytesOf = (blob: NewBlob | undefined) => {
  if (blob?.content.kind !== "bytes") throw new Error("The blob has no bytes.");
  return blob.content.bytes;
};

describe("imageUpscaler", () => {
  it("doubles the resolution of the bytes it is given", async () => {
    const { output, blobs } = await tryStep(
      "imageUpscaler",
      { image: source, numberOfRepeats: 2 },
      await withPicture(),
    );
    expect(output).toEqual({ blob: { type: "image", id: "blob-1" } });
    expect(blobs[0]).toMatchObject({ mediaType: "image/png", width: 480, height: 320 });
    expect(await readImageFacts(bytesOf(blobs[0]))).toMatchObject({ width: 480, height: 320 });
  });
});

describe("imageBackgroundRemoval", () => {
  it("leaves the background transparent", async () => {
    const { output, blobs } = await tryStep(
      "imageBackgroundRemoval",
      { image: source, format: "webp" },
      await withPicture(),
    );
    expect(output).toEqual({ image: { type: "image", id: "blob-1" } });
    const { channels, isOpaque } = await sharp(bytesOf(blobs[0])).stats();
    expect([blobs[0]?.mediaType, channels.length, isOpaque]).toEqual(["image/webp", 4, false]);
  });
});

describe("convertImage", () => {
  it("applies the transforms and writes the format", async () => {
    const input = { image: source, output: { format: "jpeg" }, transforms: [{ type: "resize", targetWidth: 60 }] };
    const { output, blobs } = await tryStep("convertImage", input, await withPicture());
    expect(output).toEqual({ blob: { type: "image", id: "blob-1" } });
    expect(await readImageFacts(bytesOf(blobs[0]))).toMatchObject({ width: 60, height: 40, mediaType: "image/jpeg" });
  });
});

describe.each([
  ["imageUpscaler", { image: source }],
  ["imageBackgroundRemoval", { image: source }],
  ["convertImage", { image: source, output: { format: "png" } }],
  ["mediaRating", { image: source }],
  ["mediaHash", { mediaUrl: source, hashTypes: ["perceptual"] }],
  ["wdTagging", { mediaUrl: source }],
  ["comfy", { comfyWorkflow: loadAndSave }],
])("%s", (type, input) => {
  it("passes on why the bytes can't be had", async () => {
    const { result, blobs } = await tryStep(type, input);
    expect(result).toEqual({ ok: false, reason: `${source} is on another host.` });
    expect(blobs).toEqual([]);
  });

  it("fails when the bytes are no picture", async () => {
    const { result } = await tryStep(type, input, withText);
    expect(result).toEqual({ ok: false, reason: "The input is not a picture that can be read." });
  });
});

describe("transcode", () => {
  const clip = makeClip({ prompt: "waves", seed: 1, width: 160, height: 96, seconds: 1, framesPerSecond: 6 });
  const withClip = async () => ({ media: { [source]: { bytes: await clip, mediaType: "video/mp4" } } });

  it("films the clip in another width and answers the blob itself", async () => {
    const { output, blobs } = await tryStep("transcode", { sourceUrl: source, width: 80 }, await withClip());
    expect(output).toEqual({ type: "video", id: "blob-1" });
    expect(blobs[0]).toMatchObject({ mediaType: "video/mp4", width: 80, height: 48, duration: 1 });
  });

  it.each([
    ["is on another host", {}, /another host/],
    ["is no video", { media: { [source]: { bytes: new Uint8Array(8), mediaType: "image/png" } } }, /not a video/],
    [
      "is another's video",
      { media: { [source]: { bytes: new Uint8Array(64), mediaType: "video/mp4" } } },
      /no video decoder/,
    ],
  ])("fails when the source %s", async (_, surroundings, reason) => {
    const { result } = await tryStep("transcode", { sourceUrl: source, width: 80 }, surroundings);
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it.each([0, 15, 1921])("fails when the width is %i", async (width) => {
    const { result } = await tryStep("transcode", { sourceUrl: source, width }, await withClip());
    expect(result).toEqual({ ok: false, reason: "The sandbox films in widths from 16 to 1920 pixels." });
  });

  it("writes a WebM, which it can film again", async () => {
    const input = { sourceUrl: source, width: 80, containerFormat: "webM" };
    const { blobs } = await tryStep("transcode", input, await withClip());
    expect(blobs[0]).toMatchObject({ mediaType: "video/webm", width: 80, height: 48, duration: 1 });
    const bytes = bytesOf(blobs[0]);
    expect(sniffMediaType(bytes)).toBe("video/webm");
    expect(await readMediaFacts(bytes)).toEqual({ width: 80, height: 48, seconds: 1 });
    const again = await tryStep(
      "transcode",
      { sourceUrl: source, width: 40 },
      { media: { [source]: { bytes, mediaType: "video/webm" } } },
    );
    expect(again.blobs[0]).toMatchObject({ mediaType: "video/mp4", width: 40, height: 24 });
  });
});

describe("videoUpscaler", () => {
  const clip = makeClip({ prompt: "waves", seed: 1, width: 160, height: 90, seconds: 1, framesPerSecond: 6 });
  const given = (bytes: Uint8Array, mediaType = "video/mp4") => ({ media: { [source]: { bytes, mediaType } } });

  it.each([
    [undefined, 320, 180],
    [3, 480, 270],
    [4, 640, 360],
  ])("makes the clip larger by the factor %s", async (scaleFactor, width, height) => {
    const { output, blobs } = await tryStep("videoUpscaler", { video: source, scaleFactor }, given(await clip));
    expect(output).toEqual({ video: { type: "video", id: "blob-1" } });
    expect(blobs[0]).toMatchObject({ mediaType: "video/mp4", width, height, duration: 1 });
    const facts = await readMediaFacts(bytesOf(blobs[0]));
    expect(facts).toMatchObject({ width, height });
    expect(facts?.seconds).toBeCloseTo(1, 1);
  });

  it.each([
    ["is no video", given(new Uint8Array(8), "image/png"), /image\/png, not a video/],
    ["is another's video", given(new Uint8Array(64)), /no video decoder/],
    ["is on another host", {}, /another host/],
  ])("fails when the source %s", async (_, surroundings, reason) => {
    const { result } = await tryStep("videoUpscaler", { video: source }, surroundings);
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("refuses what would be larger than it films", async () => {
    const wide = await resizeClip(await clip, 1600);
    const { result } = await tryStep(
      "videoUpscaler",
      { video: source, scaleFactor: 3 },
      given(wide ?? new Uint8Array()),
    );
    expect(result).toEqual({ ok: false, reason: "4800 x 2700 px is more than the 3840 px that the sandbox films." });
  });
});

describe("mediaRating", () => {
  it("tells the rating of the picture and what it shows", async () => {
    const surroundings = { ...(await withPicture()), ratings: { [source]: "x" as const } };
    const { output } = await tryStep("mediaRating", { image: source, includeAIRecognition: true }, surroundings);
    expect(output).toEqual({
      nsfwLevel: "x",
      isBlocked: false,
      blockedReason: null,
      labels: ["Nudity", "Landscape", "Bright"],
      aiRecognition: { label: "AI", confidence: 0.97 },
    });
  });

  it("judges ages only of content rated r or above", async () => {
    const input = { image: source, includeAgeClassification: true };
    const surroundings = await withPicture();
    expect((await tryStep("mediaRating", input, surroundings)).output).toMatchObject({ nsfwLevel: "pg" });
    expect((await tryStep("mediaRating", input, surroundings)).output).not.toHaveProperty("ageClassification");
    const mature = await tryStep("mediaRating", input, { ...surroundings, ratings: { [source]: "r" } });
    expect(mature.output).toMatchObject({ ageClassification: { detections: [] }, csam: false });
  });

  it("fails without a picture", async () => {
    expect((await tryStep("mediaRating", {})).result).toEqual({ ok: false, reason: "There is no image to rate." });
  });
});
