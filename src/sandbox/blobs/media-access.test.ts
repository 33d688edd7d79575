import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { flux, httpTrial } from "../http/http-trial.ts";
import { internalBlobUrl } from "../media-access.ts";
import { makeTone } from "../steps/media/tone.ts";

const png = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

/** A sandbox with a picture of its first account, and its ways to the media. */
async function withPicture(prompt = "a fox") {
  const { sandbox, submit, pass, say } = httpTrial();
  const { id } = await submit({ steps: [flux(prompt)] });
  await pass(10);
  const [blob] = (await say("GET", `/v2/consumer/workflows/${id}`)).body.steps[0].output.images;
  await say("GET", "/v2/consumer/workflows", { token: "sandbox_other" });
  return { media: sandbox.services.media, blob, owner: 1, other: 2 };
}

describe("readMedia", () => {
  it("reads a blob by its URL, under whatever name this machine was called", async () => {
    const { media, blob, owner } = await withPicture();
    const elsewhere = blob.url.replace("127.0.0.1:4321", "my-machine.local");
    expect(await media.readMedia(owner, blob.url)).toMatchObject({ ok: true, mediaType: "image/jpeg" });
    const read = await media.readMedia(owner, blob.url);
    expect(await media.readMedia(owner, elsewhere)).toEqual(read);
    expect(await media.readMedia(owner, internalBlobUrl(blob.id))).toEqual(read);
  });

  it("reads the picture behind a content link", async () => {
    const { media, blob, owner } = await withPicture();
    expect(media.idOf(blob.previewUrl)).toBe(blob.id);
    expect(await media.readMedia(owner, blob.previewUrl)).toMatchObject({ ok: true });
  });

  it("reads no blob of another account", async () => {
    const { media, blob, other } = await withPicture();
    expect(await media.readMedia(other, blob.url)).toMatchObject({ ok: false });
  });

  it("reads nothing that is withheld", async () => {
    const { media, blob, owner } = await withPicture("a fox [rated:x]");
    const read = await media.readMedia(owner, internalBlobUrl(blob.id));
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining("not available") });
  });

  it("reads data URLs and base64, and tells the media type by the bytes", async () => {
    const { media, owner } = await withPicture();
    const bytes = await png();
    const base64 = bytes.toString("base64");
    for (const source of [`data:image/jpeg;base64,${base64}`, `data:;base64,${base64}`, base64]) {
      expect(await media.readMedia(owner, source)).toEqual({ ok: true, bytes, mediaType: "image/png" });
    }
  });

  it("fetches nothing from another host, and says so", async () => {
    const { media, owner } = await withPicture();
    const read = await media.readMedia(owner, "https://image.example/cat.png");
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining("never fetches media from other hosts") });
  });

  it.each(["", "hello", "data:image/png;base64,", "data:,%E0%A4%A"])(
    "says of %j that it is no medium",
    async (source) => {
      const { media, owner } = await withPicture();
      expect(await media.readMedia(owner, source)).toMatchObject({
        ok: false,
        reason: expect.stringContaining("neither"),
      });
    },
  );
});

describe("mediaFacts", () => {
  it("knows the pixels of blobs and of what is sent along, and the seconds of sound", async () => {
    const { media, blob, owner } = await withPicture();
    expect(await media.mediaFacts(owner, blob.url)).toMatchObject({ width: 256, height: 256 });
    const picture = `data:image/png;base64,${(await png()).toString("base64")}`;
    expect(await media.mediaFacts(owner, picture)).toEqual({ width: 30, height: 20 });
    const sound = Buffer.from(makeTone({ text: "a", seed: 1, seconds: 2 })).toString("base64");
    expect(await media.mediaFacts(owner, sound)).toEqual({ seconds: 2 });
  });

  it("knows nothing of other hosts, of references and of broken pictures", async () => {
    const { media, owner } = await withPicture();
    const broken = (await png()).subarray(0, 20).toString("base64");
    for (const source of ["https://image.example/cat.png", { $ref: "first" }, undefined, broken]) {
      expect(await media.mediaFacts(owner, source)).toBeUndefined();
    }
  });
});

describe("ratingOf", () => {
  it("is the blob's, and pg for anything else", async () => {
    const { media, blob, owner, other } = await withPicture("a fox [rated:r]");
    expect(await media.ratingOf(owner, internalBlobUrl(blob.id))).toBe("r");
    expect(await media.ratingOf(other, internalBlobUrl(blob.id))).toBe("pg");
    expect(await media.ratingOf(owner, "https://image.example/cat.png")).toBe("pg");
  });
});
