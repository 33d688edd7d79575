import { describe, expect, it } from "vitest";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { builtInHandlers } from "./built-in-handlers.ts";
import { tryStep } from "./step-trial.ts";

describe("builtInHandlers", () => {
  it("has a handler for every built-in step type and for nothing else", () => {
    expect([...builtInHandlers.keys()].sort()).toEqual(stepTypes.map(({ type }) => type).sort());
  });

  it.each([
    ["imageGen", 4],
    ["textToImage", 4],
    ["imageUpscaler", 1],
    ["imageBackgroundRemoval", 1],
    ["convertImage", 1],
    ["transcode", 1],
    ["mediaRating", 1],
    ["mediaHash", 1],
    ["wdTagging", 1],
    ["comfy", 4],
    ["textToSpeech", 6],
    ["aceStepAudio", 6],
    ["transcription", 2],
    ["videoUpscaler", 12],
    ["videoGen", 12],
    ["chatCompletion", 2],
    ["promptEnhancement", 2],
    ["echo", 0],
  ])("takes for %s about %i s", (type, seconds) => {
    expect(builtInHandlers.get(type)?.durationSeconds({})).toBe(seconds);
  });
});

describe("echo", () => {
  it("answers its message", async () => {
    expect((await tryStep("echo", { message: "hello" })).output).toEqual({ message: "hello" });
  });
});
