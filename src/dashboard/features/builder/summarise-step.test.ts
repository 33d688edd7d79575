import { describe, expect, it } from "vitest";
import { summariseStep } from "./summarise-step.ts";

describe("summariseStep", () => {
  it.each([
    ["the variant and the prompt", { engine: "flux", prompt: "a fox" }, "flux: a fox"],
    ["the first text where there is neither", { image: "https://x.example/a.png" }, "https://x.example/a.png"],
    ["no characters of a file that stands in place", { image: "data:image/png;base64,AAAA" }, "A file in place"],
    [
      "the source where there is no text",
      { image: { $ref: "hero", path: "output.images[0].url" } },
      "from hero / images[0]",
    ],
    ["nothing of an empty input", {}, undefined],
  ])("tells %s", (_, input, line) => {
    expect(summariseStep({ key: "a", type: "echo", name: "a", parked: {}, input })).toBe(line);
  });
});
