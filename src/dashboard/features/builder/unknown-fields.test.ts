import { describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { readTemplate } from "./chain-template.ts";
import { suggestionsAt } from "./json-suggestions.ts";
import { unknownFields } from "./unknown-fields.ts";

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));
const body = {
  steps: [
    { $type: "imageGen", colour: "red", input: { engine: "flux", prompt: "a fox", negative_prompt: "b" } },
    { $type: "transcode", metadata: {}, input: { sourceUrl: { $ref: "$0" }, width: 480 } },
  ],
  arguments: {},
  callback: [],
};

describe("unknownFields", () => {
  it("names what nobody knows, of the workflow, of steps and of inputs, and nothing else", () => {
    expect(unknownFields(readTemplate(body), catalogue).toSorted()).toEqual([
      "callback",
      "steps[0].colour",
      "steps[0].input.negative_prompt",
    ]);
  });
});

describe("suggestionsAt", () => {
  const names = (path: (string | number)[]) => suggestionsAt(catalogue, body, path, undefined).map(({ text }) => text);
  const values = (path: (string | number)[], property: string) =>
    suggestionsAt(catalogue, body, path, property).map(({ text }) => JSON.parse(text));

  it("offers the members of a body, a step and an input that are not there yet", () => {
    expect(names([])).toContain("currencies");
    expect(names([])).not.toContain("steps");
    expect(names(["steps", 0])).toContain("priority");
    expect(names(["steps", 0, "input"])).toContain("width");
    expect(names(["steps", 0, "input"])).not.toContain("prompt");
  });

  it("offers the values of step types, discriminators and choices", () => {
    expect(values(["steps", 0], "$type")).toContain("imageUpscaler");
    expect(values(["steps", 0, "input"], "engine")).toContain("google");
    expect(values([], "upgradeMode")).toEqual(["manual", "automatic"]);
  });

  it("has nothing to say where nothing is known", () => {
    expect(names(["metadata"])).toEqual([]);
    expect(names(["steps", 7, "input"])).toEqual([]);
  });
});
