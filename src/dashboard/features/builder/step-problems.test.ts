import { describe, expect, it } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { readTemplate } from "./chain-template.ts";
import { addArgument, argumentsOf } from "./rest-members.ts";
import { chainProblems } from "./step-problems.ts";

const catalogue = compileCatalogue(printOpenApi({ operations, stepTypes }));
const echo = (name: string, message: unknown) => ({ $type: "echo", name, input: { message } });
const problemsOf = (steps: unknown[], errors: Record<string, string[]> = {}, others: object = {}) =>
  chainProblems(readTemplate({ steps, ...others }), catalogue, errors);

/** A document with one step type, whose input is an object. */
const aDocument = (type: string, input: object) => ({
  components: {
    schemas: {
      WorkflowStepTemplate: {
        type: "object",
        properties: { $type: { type: "string" } },
        discriminator: { propertyName: "$type", mapping: { [type]: "#/components/schemas/OnlyStepTemplate" } },
      },
      OnlyStepTemplate: { type: "object", properties: { input: { type: "object", ...input } } },
    },
  },
});

describe("chainProblems", () => {
  it("has nothing to say of a chain that fits", () => {
    expect(problemsOf([echo("a", "hi"), echo("b", { $ref: "a", path: "output.message" })])).toEqual([{}, {}]);
  });

  it.each([
    ["a step that is gone", { $ref: "gone" }, /no step "gone"/],
    ["the step itself", { $ref: "a" }, /its own output/],
    ["a later step", { $ref: "b", path: "output.message" }, /comes later/],
    ["an argument that is not there", { $ref: "$arguments", path: "who" }, /no argument "who"/],
  ])("names a reference to %s", (_, message, words) => {
    expect(problemsOf([echo("a", message), echo("b", "hi")])[0]).toEqual({ message: expect.stringMatching(words) });
  });

  it("takes an argument that is there", () => {
    const named = { arguments: { who: { first: "you" } } };
    expect(problemsOf([echo("a", { $ref: "$arguments.who.first" })], {}, named)).toEqual([{}]);
  });

  it("names a step type that the server does not have, and what its schema forbids", () => {
    const steps = [
      { $type: "teleport", name: "a", input: {} },
      { $type: "echo", name: "b", input: {} },
    ];
    expect(problemsOf(steps)).toEqual([{ "": expect.stringContaining("teleport") }, { message: expect.any(String) }]);
  });

  it("says of a list that its work is made from that it is needed, before anybody asks the server", () => {
    const list = { type: "array", items: { type: "object", properties: { url: { type: "string" } } } };
    const published = aDocument("composeMedia", { required: ["elements"], properties: { elements: list } });
    const steps = [{}, { elements: [] }, { elements: [{ url: "https://example.test/a.wav" }] }].map((input, index) => ({
      $type: "composeMedia",
      name: `s${index}`,
      input,
    }));
    expect(chainProblems(readTemplate({ steps }), compileCatalogue(published), {})).toEqual([
      { elements: "Elements is required." },
      { elements: "At least 1." },
      {},
    ]);
  });

  it("puts the server's word at the field, before our own", () => {
    const errors = { "steps[1].input.message": ["Too rude."], "steps[1].timeout": ["Too long."], tags: ["Too many."] };
    expect(problemsOf([echo("a", "x"), echo("b", "y")], errors)).toEqual([
      {},
      { message: "Too rude.", timeout: "Too long." },
    ]);
  });
});

describe("addArgument", () => {
  it("takes the wished name or the next free one, and keeps what is there", () => {
    const first = addArgument(readTemplate({ steps: [], arguments: { prompt: "a" } }), "prompt", "b");
    expect(first.name).toBe("prompt2");
    expect(argumentsOf(addArgument(first.chain, "my seed", 3).chain.settings)).toEqual({
      prompt: "a",
      prompt2: "b",
      myseed: 3,
    });
  });
});
