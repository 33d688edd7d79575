import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addStep, type Chain, duplicateStep, emptyChain, freeName, moveStep, removeStep } from "./chain.ts";
import { renameStep, stepReferences } from "./chain-references.ts";

const chain: Chain = ["imageGen", "imageUpscaler", "echo"].reduce(
  (before, type) => addStep(before, type, {}, `key-${type}`),
  emptyChain(),
);
const namesOf = ({ steps }: Chain) => steps.map(({ name }) => name);

describe("freeName", () => {
  it.each([
    ["hero", ["hero2"], "hero"],
    ["hero", ["hero"], "hero2"],
    ["hero2", ["hero2", "hero3"], "hero4"],
    ["7", ["7"], "step2"],
  ])("of %s beside %j is %s", (wish, taken, expected) => {
    expect(
      freeName(
        wish,
        taken.map((name) => ({ name })),
      ),
    ).toBe(expected);
  });
});

describe("a chain", () => {
  it("takes a step at its end, under a name that no other has", () => {
    expect(namesOf(addStep(chain, "echo", {}))).toEqual(["imageGen", "imageUpscaler", "echo", "echo2"]);
  });

  it("has a copy right behind its original, with a key and an input of its own", () => {
    const copied = duplicateStep(addStep(emptyChain(), "echo", { list: [1] }, "one"), "one", "two");
    expect(namesOf(copied)).toEqual(["echo", "echo2"]);
    expect(copied.steps[1]?.input).toEqual(copied.steps[0]?.input);
    expect(copied.steps[1]?.input).not.toBe(copied.steps[0]?.input);
  });

  it("puts a step that is moved beyond an end at the end", () => {
    expect(namesOf(moveStep(chain, "key-echo", -3))).toEqual(["echo", "imageGen", "imageUpscaler"]);
    expect(namesOf(moveStep(chain, "key-imageGen", 99))).toEqual(["imageUpscaler", "echo", "imageGen"]);
  });

  it("loses no step by moving, and is as it was when a key is unknown", () => {
    fc.assert(
      fc.property(fc.constantFrom(...chain.steps), fc.integer({ min: -5, max: 9 }), ({ key }, position) => {
        expect(namesOf(moveStep(chain, key, position)).toSorted()).toEqual(namesOf(chain).toSorted());
      }),
    );
    expect(moveStep(chain, "nobody", 0)).toBe(chain);
    expect(duplicateStep(chain, "nobody")).toBe(chain);
    expect(namesOf(removeStep(chain, "nobody"))).toEqual(namesOf(chain));
  });
});

describe("renameStep", () => {
  const referring = addStep(chain, "echo", {
    message: { $ref: "imageGen", path: "output.images[0].url" },
    nested: [{ deep: { $ref: "imageUpscaler", path: "output.blob.url" } }],
    kept: { $ref: "$arguments", path: "imageGen" },
  });

  it("writes the new name into every reference, and leaves those to others and to arguments", () => {
    const renamed = renameStep(referring, "key-imageGen", "hero");
    expect(renamed.steps.at(-1)?.input).toEqual({
      message: { $ref: "hero", path: "output.images[0].url" },
      nested: [{ deep: { $ref: "imageUpscaler", path: "output.blob.url" } }],
      kept: { $ref: "$arguments", path: "imageGen" },
    });
  });

  it("there and back is the chain as it was", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,12}$/), (name) => {
        fc.pre(!namesOf(referring).includes(name));
        expect(renameStep(renameStep(referring, "key-imageGen", name), "key-imageGen", "imageGen")).toEqual(referring);
      }),
    );
  });

  it("keeps who refers to whom", () => {
    const [, , , last] = renameStep(referring, "key-imageUpscaler", "big").steps;
    if (!last) throw new Error("The chain has four steps.");
    const steps = renameStep(referring, "key-imageUpscaler", "big").steps;
    expect(stepReferences(last, steps).map(({ target }) => target)).toEqual(["imageGen", "big"]);
  });
});
