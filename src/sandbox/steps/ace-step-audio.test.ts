import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { posterOf } from "./media/film/clip.ts";
import { composePiece } from "./media/music/compose.ts";
import { makeMusic } from "./media/music/make-music.ts";
import { scaleOf } from "./media/music/scale.ts";
import { readMediaFacts } from "./media/read-media-facts.ts";
import { sniffMediaType } from "./media/sniff-media-type.ts";
import { readWavNotes, readWavSeconds } from "./media/wav.ts";
import { tryStep } from "./step-trial.ts";

const cover = "https://sandbox.test/cover";
const input = { musicDescription: "Folk with drums", lyrics: "", duration: 4, seed: 3 };
const musicOf = async (given: object) => {
  const { output, blobs } = await tryStep("aceStepAudio", given);
  const content = blobs[0]?.content;
  if (content?.kind !== "recipe" || content.recipe.maker !== "music") throw new Error("This is no music.");
  return { output, blob: blobs[0], bytes: await makeMusic(content.recipe) };
};

describe("aceStepAudio", () => {
  it.each([1, 4, 9.5])("makes a playable WAV of exactly %f s", async (duration) => {
    const { output, blob, bytes } = await musicOf({ ...input, duration });
    const file = { type: "audio", id: "blob-1" };
    expect(output).toEqual({ blob: file, audioBlob: file });
    expect(blob).toMatchObject({ mediaType: "audio/wav", duration });
    expect(sniffMediaType(bytes)).toBe("audio/wav");
    expect(readWavSeconds(bytes)).toBeCloseTo(duration, 3);
  });

  it("plays the same for the same input and seed, and something else for another seed", async () => {
    const { bytes } = await musicOf(input);
    expect((await musicOf(input)).bytes).toEqual(bytes);
    expect((await musicOf({ ...input, seed: 4 })).bytes).not.toEqual(bytes);
  });

  it("sings the lyrics, without their marks", async () => {
    const lyrics = "[Verse] Come home";
    const { bytes } = await musicOf({ ...input, duration: 8, lyrics });
    expect(readWavNotes(bytes)?.words.map(({ text }) => text)).toEqual(["Come", "home"]);
    const { bytes: mute } = await musicOf({ ...input, duration: 8, lyrics, vocalWeight: 0 });
    expect(readWavNotes(mute)?.words).toEqual([]);
  });

  it("shows the cover in a WebM that is as long and has a sound", async () => {
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#204060" } })
      .png()
      .toBuffer();
    const surroundings = { media: { [cover]: { bytes: picture, mediaType: "image/png" } } };
    const { output, blobs } = await tryStep("aceStepAudio", { ...input, cover: { imageUrl: cover } }, surroundings);
    expect(output).toEqual({ blob: { type: "video", id: "blob-1" } });
    expect(blobs[0]).toMatchObject({ mediaType: "video/webm", width: 300, height: 200, duration: 4 });
    if (blobs[0]?.content.kind !== "bytes") throw new Error("The film has no bytes.");
    const { bytes } = blobs[0].content;
    expect(await readMediaFacts(bytes)).toMatchObject({ width: 300, height: 200, seconds: 4 });
    expect(Buffer.from(bytes).includes("OpusHead")).toBe(true);
    const poster = await posterOf(bytes, 100);
    expect(poster && sniffMediaType(poster)).toBe("image/jpeg");
  });

  it("fails when the cover can't be had, or is no picture", async () => {
    const given = { ...input, cover: { imageUrl: cover } };
    expect((await tryStep("aceStepAudio", given)).result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/another host/),
    });
    const surroundings = { media: { [cover]: { bytes: new Uint8Array(20), mediaType: "image/png" } } };
    expect((await tryStep("aceStepAudio", given, surroundings)).result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/picture/),
    });
  });
});

describe("composePiece", () => {
  const piece = (more = {}) =>
    composePiece({
      ...{ description: "Rock with drums", seed: 1, seconds: 24, bpm: 120, beats: 4, key: "C major" },
      ...more,
    });
  const startsOf = (instrument: string, more = {}) =>
    piece(more).notes.flatMap((note) => (note.instrument === instrument ? [note.at] : []));

  it.each([
    [60, 4, 4],
    [120, 4, 2],
    [120, 3, 1.5],
    [90, 6, 4],
    [100, 2, 1.2],
  ])("has bars of their length: %i bpm, %i beats: %f s", (bpm, beats, bar) => {
    const kicks = startsOf("kick", { bpm, beats });
    const firstOfBars = kicks.filter((at) => Math.abs(at / bar - Math.round(at / bar)) < 1e-6);
    expect(firstOfBars.length).toBe(Math.ceil(24 / bar) - 2);
  });

  it.each(["C major", "F# minor", "Bb major", "A minor"])("plays notes of the key only: %s", (key) => {
    const scale = scaleOf(key);
    const allowed = new Set(Array.from({ length: 7 }, (_, degree) => pitchClass(scale.hertz(degree))));
    const played = piece({ key }).notes.filter(({ hertz }) => hertz > 0);
    expect(played.filter(({ hertz }) => !allowed.has(pitchClass(hertz)))).toEqual([]);
  });

  it("has no drums where the words want none", () => {
    expect(startsOf("kick", { description: "Soft ambient pad, no drums" })).toEqual([]);
    expect(startsOf("kick").length).toBeGreaterThan(0);
  });

  it("ends on the chord that the key is named after", () => {
    const { notes } = piece({ key: "A minor" });
    const last = notes.filter(({ instrument }) => instrument === "bass").at(-2);
    expect(pitchClass(last?.hertz ?? 0)).toBe(9);
  });
});

/** The half tone above C, whatever the octave. */
function pitchClass(hertz: number): number {
  return (((Math.round(12 * Math.log2(hertz / 440)) + 9) % 12) + 12) % 12;
}
