import { describe, expect, it } from "vitest";
import { buzzNumber, countNumber, countOf, sayBuzz, stepTypeName } from "./words.ts";

describe("buzzNumber", () => {
  const inEnglish = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

  it.each([0, 7, 12.5, 0.125, 999, 1_000, 12_345.678, 100_000, 1_234_567.8, -8, -1_500, -0.125])(
    "writes %d as English does, with thin spaces between thousands",
    (amount) => {
      expect(buzzNumber(amount)).toBe(inEnglish.format(amount).replaceAll(",", "\u202f"));
    },
  );

  it("has a true minus sign where it is asked for one", () => {
    expect(sayBuzz(-1_500)).toBe("\u22121\u202f500");
    expect(sayBuzz(8)).toBe("8");
  });
});

it("names one of something otherwise than several", () => {
  expect([0, 1, 2_003].map((count) => countOf(count, "workflow"))).toEqual([
    "0 workflows",
    "1 workflow",
    "2,003 workflows",
  ]);
});

it("separates the thousands of a count", () => {
  expect([999, 1_000, 100_000, 12_345_678].map(countNumber)).toEqual(["999", "1,000", "100,000", "12,345,678"]);
});

it("names a step type shortly where it is known, and by its own words where it is not", () => {
  expect(["aceStepAudio", "videoUpscaler", "imageGen"].map(stepTypeName)).toEqual(["Music", "Upscale video", "Image"]);
  expect(["videoFrameExtraction", "ocrPages"].map(stepTypeName)).toEqual(["Video frame extraction", "OCR pages"]);
});
