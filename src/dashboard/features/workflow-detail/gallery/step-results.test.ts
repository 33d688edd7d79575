import { describe, expect, it } from "vitest";
import type { Step } from "#contract/step.ts";
import { stepResults } from "./step-results.ts";

const results = (output: unknown) => {
  const step: Step = { $type: "any", name: "a", status: "succeeded", output };
  return stepResults(step).map(({ stepName: _, ...result }) => result);
};

describe("stepResults", () => {
  it("finds the texts of chats, enhancements and captions", () => {
    expect(results({ choices: [{ message: { content: "Moss" } }, { message: { content: "Fern" } }] })).toEqual([
      { label: "answer 1", kind: "text", text: "Moss" },
      { label: "answer 2", kind: "text", text: "Fern" },
    ]);
    expect(results({ enhancedPrompt: "a fox at dawn", caption: "" })).toEqual([
      { label: "enhancedPrompt", kind: "text", text: "a fox at dawn" },
    ]);
  });

  it("puts scores in order, from high to low, and other pairs in the server's", () => {
    expect(results({ tags: { tree: 0.2, fox: 0.9 }, hashes: { perceptual: "b", average: "a" } })).toEqual([
      {
        label: "tags",
        kind: "pairs",
        pairs: [
          ["fox", 0.9],
          ["tree", 0.2],
        ],
      },
      {
        label: "hashes",
        kind: "pairs",
        pairs: [
          ["perceptual", "b"],
          ["average", "a"],
        ],
      },
    ]);
  });

  it("gives a transcript its times", () => {
    const timeStamps = [{ text: "hello", startTime: 0, endTime: 0.4 }];
    expect(results({ text: "hello", language: "en", timeStamps })).toEqual([
      { label: "text", kind: "text", text: "hello" },
      { label: "timeStamps", kind: "transcript", lines: [{ text: "hello", fromSeconds: 0, toSeconds: 0.4 }] },
      { label: "details", kind: "pairs", pairs: [["language", "en"]] },
    ]);
  });

  it("makes words of lists, and tables of lists of objects", () => {
    expect(results({ labels: ["Animal", "Snow"], issues: [{ description: "vague", severity: "info" }] })).toEqual([
      { label: "labels", kind: "words", words: ["Animal", "Snow"] },
      {
        label: "issues",
        kind: "table",
        columns: ["description", "severity"],
        rows: [{ description: "vague", severity: "info" }],
      },
    ]);
  });

  it("leaves files to the gallery, failures to the step, and plumbing out", () => {
    const blob = { id: "1.jpeg", available: true, url: "https://x.example/1.jpeg" };
    expect(results({ images: [blob], errors: ["one is missing"], $type: "imageGen" })).toEqual([]);
    expect(results(blob)).toEqual([]);
    expect(results(null)).toEqual([]);
  });
});
