import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture } from "./media/draw-picture.ts";
import { makeClip } from "./media/film/clip.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/source";
const hashTypes = ["perceptual", "perceptualDct", "perceptualDct256"];
const picture = drawPicture({ prompt: "dunes at dusk", seed: 1, width: 320, height: 200, format: "png" });
const hashesOf = async (bytes: Uint8Array, mediaType = "image/png") => {
  const media = { [source]: { bytes, mediaType } };
  const { output } = await tryStep("mediaHash", { mediaUrl: source, hashTypes }, { media });
  // Proven by the assertions: hashes that are none have no digits.
  return output.hashes as Record<string, string>;
};

describe("mediaHash", () => {
  it("answers a hash of each kind, of 64 or 256 bits", async () => {
    const hashes = await hashesOf(await picture);
    expect(Object.keys(hashes)).toEqual(hashTypes);
    expect(hashes).toEqual({
      perceptual: expect.stringMatching(/^[0-9a-f]{16}$/),
      perceptualDct: expect.stringMatching(/^[0-9a-f]{16}$/),
      perceptualDct256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("answers only what was asked for", async () => {
    const media = { [source]: { bytes: await picture, mediaType: "image/png" } };
    const { output } = await tryStep("mediaHash", { mediaUrl: source, hashTypes: ["perceptual"] }, { media });
    expect(Object.keys(Object(output.hashes))).toEqual(["perceptual"]);
  });

  it.each(hashTypes)("stays close for the same picture, smaller and as JPEG: %s", async (type) => {
    const original = await hashesOf(await picture);
    const copy = await hashesOf(
      await sharp(await picture)
        .resize(160)
        .jpeg({ quality: 70 })
        .toBuffer(),
      "image/jpeg",
    );
    const other = await hashesOf(
      await drawPicture({ prompt: "city at night", seed: 9, width: 320, height: 200, format: "png" }),
    );
    const bits = (original[type]?.length ?? 0) * 4;
    expect(distance(original[type], copy[type])).toBeLessThan(bits * 0.15);
    expect(distance(original[type], other[type])).toBeGreaterThan(bits * 0.25);
  });

  it("compares neighbours from left to right: rising light sets every bit, falling light none", async () => {
    const ramp = (toward: number) =>
      sharp(
        Uint8Array.from({ length: 90 * 80 }, (_, index) => 100 + toward * ((index % 90) - 45) * 2),
        {
          raw: { width: 90, height: 80, channels: 1 },
        },
      )
        .png()
        .toBuffer();
    expect((await hashesOf(await ramp(1))).perceptual).toBe("f".repeat(16));
    expect((await hashesOf(await ramp(-1))).perceptual).toBe("0".repeat(16));
  });

  it("is the cosine transform that its definition says", async () => {
    const hash = (await hashesOf(await picture)).perceptualDct ?? "";
    const greys = await sharp(await picture)
      .flatten({ background: "#ffffff" })
      .resize(32, 32, { fit: "fill" })
      .greyscale()
      .raw()
      .toBuffer();
    const low = Array.from({ length: 64 }, (_, index) => {
      const [down, along] = [Math.floor(index / 8), index % 8];
      return greys.reduce((sum, value, at) => {
        const [y, x] = [Math.floor(at / 32), at % 32];
        return sum + value * cosine(along, x) * cosine(down, y);
      }, 0);
    });
    const median = low.slice(1).toSorted((one, other) => one - other)[31] ?? 0;
    expect(bitsOf(hash)).toBe(low.map((value) => (value > median ? "1" : "0")).join(""));
  });

  it("hashes the first look of a clip that the sandbox made, and fails for another's", async () => {
    const clip = await makeClip({ prompt: "waves", seed: 1, width: 160, height: 96, seconds: 1, framesPerSecond: 6 });
    expect((await hashesOf(clip, "video/mp4")).perceptual).toMatch(/^[0-9a-f]{16}$/);
    const media = { [source]: { bytes: new Uint8Array(64), mediaType: "video/mp4" } };
    const { result } = await tryStep("mediaHash", { mediaUrl: source, hashTypes }, { media });
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(/no video decoder/) });
  });
});

const cosine = (frequency: number, place: number) => Math.cos(((2 * place + 1) * frequency * Math.PI) / 64);

function bitsOf(hash: string): string {
  return [...hash].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
}

function distance(one = "", other = ""): number {
  const [mine, theirs] = [bitsOf(one), bitsOf(other)];
  return [...mine].filter((bit, index) => bit !== theirs[index]).length;
}
