import { describe, expect, it } from "vitest";
import type { Step } from "#contract/step.ts";
import { nothingYet, resolveReferences } from "./resolve-references.ts";

const hero: Step = {
  ...{ $type: "imageGen", name: "hero", status: "succeeded" },
  output: { images: [{ url: "https://x.example/1.png" }, { url: null }] },
};
const workflow = { steps: [hero], arguments: { who: { name: "fox" } } };

describe("resolveReferences", () => {
  it.each([
    [{ $ref: "hero", path: "output.images[0].url" }, "https://x.example/1.png"],
    [{ $ref: "$hero.output.images[0].url" }, "https://x.example/1.png"],
    [{ $ref: "$arguments", path: "who.name" }, "fox"],
    [{ $ref: "hero", path: "output.images[1].url" }, nothingYet],
    [{ $ref: "gone", path: "output" }, nothingYet],
  ])("puts what it leads to in the place of %o", (reference, value) => {
    const input = { deep: [{ value: reference, seed: 3 }] };
    expect(resolveReferences(input, workflow)).toEqual({ deep: [{ value, seed: 3 }] });
  });
});
