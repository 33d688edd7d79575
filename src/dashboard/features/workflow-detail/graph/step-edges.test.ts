import { describe, expect, it } from "vitest";
import { stepEdges } from "./step-edges.ts";

describe("stepEdges", () => {
  it("has one edge for each pair of steps, with the inputs that it feeds", () => {
    const steps = [
      { name: "hero", input: { prompt: "a fox" } },
      {
        name: "film",
        input: {
          images: [
            { $ref: "hero", path: "output.images[0].url" },
            { $ref: "$hero", path: "output.images[1].url" },
          ],
          text: { $ref: "$arguments", path: "text" },
          other: { $ref: "gone", path: "output" },
        },
      },
    ];
    expect(stepEdges(steps)).toEqual([{ from: "hero", to: "film", inputs: ["images[0]", "images[1]"] }]);
  });
});
