import { describe, expect, it } from "vitest";
import { makeMusic } from "./media/music/make-music.ts";
import { makeSpeech } from "./media/speech/make-speech.ts";
import { speakerVoices } from "./media/speech/voices.ts";
import { makeTone } from "./media/tone.ts";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/recording";
const heard = (bytes: Uint8Array, mediaType = "audio/wav") => ({ media: { [source]: { bytes, mediaType } } });
const text = "So the real question is whether safety can survive open release — is it?";
const speech = makeSpeech({ text, voice: speakerVoices.vivian, language: "English", longestSeconds: 600 });

type Output = { text: string; language: string; timeStamps: { text: string; startTime: number; endTime: number }[] };
const transcribe = async (input: object, surroundings = {}) => {
  const { output, result } = await tryStep("transcription", { mediaUrl: source, ...input }, surroundings);
  // Proven by the assertions: a result that is none has none of these.
  return { result, ...(output as Output) };
};

describe("transcription", () => {
  it("writes down the words of the sandbox's own speech, and when each is heard", async () => {
    const written = await transcribe({}, heard(await speech));
    expect(written.text).toBe(text);
    expect(written.language).toBe("English");
    const starts = written.timeStamps.map(({ startTime }) => startTime);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    expect(written.timeStamps.every(({ startTime, endTime }) => endTime > startTime)).toBe(true);
  });

  it("writes down what is sung", async () => {
    const song = await makeMusic({
      ...{ description: "folk", lyrics: "[Verse] Slow light over the harbour", seed: 1, seconds: 20, bpm: 100 },
      ...{ beats: 4, key: "C major", instrumentalWeight: 0.8, vocalWeight: 0.9 },
    });
    expect((await transcribe({}, heard(song))).text).toBe("Slow light over the harbour");
  });

  it("says of another's recording what it is, over all of its real length", async () => {
    const written = await transcribe({}, heard(makeTone({ text: "hum", seed: 1, seconds: 7.5 })));
    expect(written.text).toContain("7.5 seconds of audio/wav");
    expect(written.language).toBe("en");
    expect([written.timeStamps.at(0)?.startTime, written.timeStamps.at(-1)?.endTime]).toEqual([0, 7.5]);
  });

  it("leaves out the times, and takes the language that it is told", async () => {
    const written = await transcribe({ returnTimeStamps: false, language: "de" }, heard(await speech));
    expect([written.timeStamps, written.language]).toEqual([[], "de"]);
  });

  it.each([
    ["is on another host", {}, /another host/],
    ["is a picture", heard(new Uint8Array(8), "image/png"), /image\/png/],
    ["is damaged", heard(new TextEncoder().encode("RIFF????WAVE damaged and short"), "audio/wav"), /how long it is/],
  ])("fails when the recording %s", async (_, surroundings, reason) => {
    expect((await transcribe({}, surroundings)).result).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });
});
