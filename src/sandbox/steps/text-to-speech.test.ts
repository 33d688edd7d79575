import { describe, expect, it } from "vitest";
import { sniffMediaType } from "./media/sniff-media-type.ts";
import { makeSpeech } from "./media/speech/make-speech.ts";
import { readWavNotes, readWavSeconds } from "./media/wav.ts";
import type { NewBlob } from "./step-handler.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/voice";
const text = "The lighthouse stands at the edge of the sea.";
const custom = { engine: "custom", text };
const speechOf = async (blob: NewBlob | undefined) => {
  if (blob?.content.kind !== "recipe" || blob.content.recipe.maker !== "speech") throw new Error("This is no speech.");
  return makeSpeech(blob.content.recipe);
};
const speak = async (input: object, surroundings = {}) => {
  const { output, blobs, result } = await tryStep("textToSpeech", input, surroundings);
  return {
    output,
    result,
    duration: blobs[0]?.duration,
    bytes: result.ok ? await speechOf(blobs[0]) : new Uint8Array(),
  };
};

describe("textToSpeech", () => {
  it("speaks a playable WAV, as long as the blob says", async () => {
    const { output, bytes, duration } = await speak({ ...custom, speaker: "ryan" });
    expect(output).toEqual({
      audioBlob: { type: "audio", id: "blob-1" },
      modelType: "custom_voice",
      speaker: "ryan",
    });
    expect(sniffMediaType(bytes)).toBe("audio/wav");
    expect(readWavSeconds(bytes)).toBeCloseTo(duration ?? 0, 2);
  });

  it("takes longer for a longer text", async () => {
    const [short, long] = [await speak(custom), await speak({ ...custom, text: `${text} ${text} ${text}` })];
    expect(long.duration).toBeGreaterThan(2.5 * (short.duration ?? 0));
  });

  it("is heard: loud in its words and silent between its sentences", async () => {
    const { bytes } = await speak({ ...custom, text: "One. Two." });
    const [one, two] = readWavNotes(bytes)?.words ?? [];
    const loudness = (from = 0, to = 0) => {
      const samples = new Int16Array(bytes.buffer, 44, Math.floor((readWavSeconds(bytes) ?? 0) * 24_000));
      const part = samples.subarray(Math.round(from * 24_000), Math.round(to * 24_000));
      return Math.sqrt(part.reduce((sum, value) => sum + value ** 2, 0) / part.length);
    };
    expect(loudness(one?.startTime, one?.endTime)).toBeGreaterThan(1500);
    expect(loudness((one?.endTime ?? 0) + 0.15, (two?.startTime ?? 0) - 0.05)).toBeLessThan(100);
  });

  it("sounds the same for the same input, and other with another speaker or manner", async () => {
    const said = await speak({ ...custom, speaker: "ryan" });
    expect((await speak({ ...custom, speaker: "ryan" })).bytes).toEqual(said.bytes);
    expect((await speak({ ...custom, speaker: "serena" })).bytes).not.toEqual(said.bytes);
    expect((await speak({ ...custom, speaker: "ryan", instruct: "slowly" })).duration).toBeGreaterThan(
      said.duration ?? 0,
    );
  });

  it("does not read out words in brackets", async () => {
    const { bytes } = await speak({ ...custom, text: "Good [rated:pg13] morning." });
    expect(readWavNotes(bytes)?.words.map(({ text: word }) => word)).toEqual(["Good", "morning."]);
  });

  it("stops at the tokens it may use", async () => {
    const { duration } = await speak({ ...custom, text: `${text} ${text}`, maxNewTokens: 25 });
    expect(duration).toBeLessThanOrEqual(2);
    expect(duration).toBeGreaterThan(1);
  });

  it.each([
    ["Chinese", "你好，世界"],
    ["figures", "42"],
    ["Greek", "καλημέρα κόσμε"],
  ])("speaks %s", async (_, words) => {
    expect((await speak({ ...custom, text: words })).duration).toBeGreaterThan(0.5);
  });

  it.each([
    ["custom without a name", custom, "custom_voice", "vivian"],
    [
      "Qwen's own speaker",
      { engine: "vllm-omni", ecosystem: "qwen3", operation: "customVoice", speaker: "eric", text },
      "custom_voice",
      "eric",
    ],
    [
      "Qwen's designed voice",
      { engine: "vllm-omni", ecosystem: "qwen3", operation: "voiceDesign", instruct: "an old man", text },
      "voice_design",
      null,
    ],
    [
      "OmniVoice in words",
      { engine: "vllm-omni", ecosystem: "omnivoice", instruct: "a cheerful child", text },
      "voice_design",
      null,
    ],
    ["a voice by its AIR", { ...custom, refAudioUrl: "urn:air:other:audio:civitai:1@2", refText: "Hi" }, "base", null],
  ])("says by what it speaks: %s", async (_, input, modelType, speaker) => {
    expect((await speak(input)).output).toMatchObject({ modelType, speaker });
  });

  it("takes over the voice of a recording that it made", async () => {
    const model = await speak({ ...custom, speaker: "uncle_fu" });
    const media = { media: { [source]: { bytes: model.bytes, mediaType: "audio/wav" } } };
    const cloned = await speak({ ...custom, refAudioUrl: source, xVectorOnlyMode: true }, media);
    expect(cloned.bytes).toEqual(model.bytes);
    expect(cloned.output).toMatchObject({ modelType: "base", speaker: null });
  });

  it.each([
    ["has no words", { ...custom, text: " [softly] …" }, {}, /no words to speak/],
    ["has a recording on another host", { ...custom, refAudioUrl: source, refText: "Hi" }, {}, /another host/],
    ["has a recording without its words", { ...custom, refAudioUrl: source }, {}, /refText/],
    [
      "has a picture for a recording",
      { ...custom, refAudioUrl: source, refText: "Hi" },
      { media: { [source]: { bytes: new Uint8Array(8), mediaType: "image/png" } } },
      /image\/png/,
    ],
    [
      "is to clone nothing",
      { engine: "vllm-omni", ecosystem: "qwen3", operation: "base", text, xVectorOnlyMode: true },
      {},
      /refAudioUrl/,
    ],
  ])("fails when the input %s", async (_, input, surroundings, reason) => {
    expect((await speak(input, surroundings)).result).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });
});
