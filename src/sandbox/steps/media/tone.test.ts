import { describe, expect, it } from "vitest";
import { sniffMediaType } from "./sniff-media-type.ts";
import { makeTone } from "./tone.ts";
import { readWavSeconds } from "./wav.ts";

describe("makeTone", () => {
  it("is a WAV of the length that was asked for, the same for the same text", () => {
    const tone = makeTone({ text: "hello", seed: 1, seconds: 2.5 });
    expect(sniffMediaType(tone)).toBe("audio/wav");
    expect(readWavSeconds(tone)).toBeCloseTo(2.5, 2);
    expect(makeTone({ text: "hello", seed: 1, seconds: 2.5 })).toEqual(tone);
    expect(makeTone({ text: "hello", seed: 2, seconds: 2.5 })).not.toEqual(tone);
  });
});
