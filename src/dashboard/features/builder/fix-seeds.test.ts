import { describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { isObject } from "#contract/json.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { fixSeeds } from "./fix-seeds.ts";

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));
const template = (input: Record<string, unknown>) => ({
  externalId: "baton-1",
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a fox", ...input } }],
});
const seedOf = (input: Record<string, unknown>, externalId = "baton-1", key = "a") => {
  const [step] = fixSeeds(template(input), { externalId, steps: [{ key }] }, catalogue).steps;
  return isObject(step?.input) ? step.input.seed : undefined;
};

describe("fixSeeds", () => {
  it("gives a seed that was left to chance a whole number, always the same for the same draft and step", () => {
    const seed = seedOf({});
    expect(seed).toSatisfy(Number.isSafeInteger);
    expect(seedOf({ prompt: "another prompt" })).toBe(seed);
    expect(seedOf({}, "baton-2")).not.toBe(seed);
    expect(seedOf({}, "baton-1", "b")).not.toBe(seed);
  });

  it("leaves a seed that was given, and one that comes from elsewhere", () => {
    expect(seedOf({ seed: 0 })).toBe(0);
    expect(seedOf({ seed: { $ref: "$arguments", path: "seed" } })).toEqual({ $ref: "$arguments", path: "seed" });
  });

  it("leaves steps without a seed, and types that the server does not publish", () => {
    const others = {
      externalId: "baton-1",
      steps: [
        { $type: "echo", input: { message: "x" } },
        { $type: "nobody", input: {} },
      ],
    };
    expect(fixSeeds(others, { externalId: "baton-1", steps: [{ key: "a" }, { key: "b" }] }, catalogue)).toEqual(others);
  });
});
