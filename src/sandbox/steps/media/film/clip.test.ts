import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { NotAnImage } from "../process-image.ts";
import { sniffMediaType } from "../sniff-media-type.ts";
import { clipSize, makeClip, posterOf, resizeClip } from "./clip.ts";
import { encodeFilm, type FilmRequest } from "./encode-film.ts";
import { readBox, readClipFacts } from "./mp4-boxes.ts";

const plain = (background: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer();

const aFilm: FilmRequest = {
  ...{ sheets: [new Uint8Array(64 * 64 * 3)], sheetWidth: 64, sheetHeight: 64, width: 32, height: 32 },
  ...{ frames: 2, framesPerSecond: 12, seed: 1, result: "mp4" },
};

/** When an MP4 was made and last changed, in seconds since 1904; 0 for not said. Its first header is that of the film. */
function timesIn(file: Uint8Array): number[] {
  const movie = readBox(file, "moov") ?? new Uint8Array();
  const view = new DataView(movie.buffer, movie.byteOffset, movie.byteLength);
  return [view.getUint32(12), view.getUint32(16)];
}

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
    const poster = await posterOf(await makeClip({ ...request, startImage: await plain("#d01010") }), 32);
    const [redness = 0, greenness = 0] = poster ? await sharp(poster).raw().toBuffer() : [];
    expect(redness).toBeGreaterThan(180);
    expect(greenness).toBeLessThan(60);
  });

  it("is not resized when it is another's MP4", async () => {
    const foreign = Uint8Array.from([0, 0, 0, 12, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
    expect(await resizeClip(foreign, 80)).toBeUndefined();
    expect(readClipFacts(foreign)).toBeUndefined();
  });

  it("is the same bytes for the same request, and others for another seed", async () => {
    const first = await makeClip(request);
    expect(await makeClip(request)).toEqual(first);
    expect(await makeClip({ ...request, seed: 4 })).not.toEqual(first);
    // Headers of an MP4 hold the second of its making, and of its last change.
    const [film] = await encodeFilm(aFilm);
    expect(film && timesIn(film)).not.toEqual([0, 0]);
    expect(timesIn(first)).toEqual([0, 0]);
  });

  it("moves: hardly a frame needs no bytes of its own", async () => {
    const [still, moving] = await Promise.all([
      makeClip({ ...request, startImage: await plain("#d01010") }),
      makeClip(request),
    ]);
    const film = (clip: Uint8Array) => readBox(clip, "mdat")?.length ?? 0;
    expect(film(moving)).toBeGreaterThan(3 * film(still));
  });

  it("lists its key frames, so that a player can jump", async () => {
    const clip = await makeClip({ ...request, seconds: 5 });
    expect(keyFramesOf(clip)).toEqual([1, 25, 49]);
  });

  it("turns into the end picture, and still does in another width", async () => {
    const [startImage, endImage] = [await plain("#d01010"), await plain("#1030d0")];
    const faded = await makeClip({ ...request, startImage, endImage });
    expect(faded).not.toEqual(await makeClip({ ...request, startImage }));
    const smaller = await resizeClip(faded, 80);
    expect(smaller && readBox(smaller, "mdat")).toEqual(
      readBox(await makeClip({ ...request, width: 80, height: 46, startImage, endImage }), "mdat"),
    );
  });

  it("leaves the server free while it is filmed", async () => {
    // Filmed in this thread, each of the 40 frames would have one turn at the most. A machine that has no time for this
    // thread while a film is made leaves few turns, too: then the next film shows it.
    await expect
      .poll(() => turnsDuring(() => encodeFilm({ ...aFilm, frames: 40 })), { timeout: 15_000 })
      .toBeGreaterThan(80);
  });

  it("refuses a start picture that is none", async () => {
    const startImage = new TextEncoder().encode("not a picture");
    await expect(makeClip({ ...request, startImage })).rejects.toThrow(NotAnImage);
  });
});

/** How many turns the event loop has while something is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let isAtWork = true;
  let turns = 0;
  const turn = () => {
    turns += 1;
    if (isAtWork) setImmediate(turn);
  };
  turn();
  await work();
  isAtWork = false;
  return turns;
}

function keyFramesOf(clip: Uint8Array): number[] {
  const view = new DataView(clip.buffer, clip.byteOffset, clip.byteLength);
  const at = Buffer.from(clip).indexOf("stss");
  return Array.from({ length: view.getUint32(at + 8) }, (_, index) => view.getUint32(at + 12 + index * 4));
}
