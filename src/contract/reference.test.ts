import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReference, readReference, referencesIn, stepNameOf, valueAt, withValueAt } from "./reference.ts";

const image = ["output", "images", 0, "url"];

describe("isReference", () => {
  it.each([{ $ref: "hero", path: "output.blob.url" }, { $ref: "hero.output.blob.url" }])("takes %j", (value) => {
    expect(isReference(value)).toBe(true);
  });

  it.each([
    "hero.output",
    null,
    ["$ref"],
    {},
    { $ref: 1 },
    { $ref: "hero", path: 1 },
    { $ref: "hero", path: null },
    { $ref: "hero", path: "output", note: "more" },
  ])("does not take %j", (value) => {
    expect(isReference(value)).toBe(false);
  });
});

describe("readReference", () => {
  const steps = ["hero", "$1", "a.b"];
  const fromHero = { source: "step", name: "hero", path: image };

  it.each([
    { $ref: "hero", path: "output.images[0].url" },
    { $ref: "$hero", path: "output.images[0].url" },
    { $ref: "hero.output.images[0].url" },
    { $ref: "$hero.output.images[0].url" },
  ])("reads %j as one and the same place", (reference) => {
    expect(readReference(reference, steps)).toEqual(fromHero);
  });

  it.each(["$1", "1"])("reads %s as the unnamed step at that position", ($ref) => {
    expect(readReference({ $ref, path: "output" }, steps)).toEqual({ source: "step", name: "$1", path: ["output"] });
  });

  it("reads $ and a position as the step there, also one with a name of its own", () => {
    expect(readReference({ $ref: "$0", path: "output.images[0].url" }, steps)).toEqual(fromHero);
    expect(readReference({ $ref: "$2.output" }, steps)).toEqual({ source: "step", name: "a.b", path: ["output"] });
    expect(readReference({ $ref: "$3.output" }, steps)).toMatchObject({ name: "$3" });
  });

  it("prefers a step that is called so to the position", () => {
    expect(readReference({ $ref: "$0.output" }, ["hero", "$0"])).toMatchObject({ name: "$0" });
    expect(readReference({ $ref: "$0.output" }, ["hero", "0"])).toMatchObject({ name: "0" });
  });

  it("prefers the exact name to the one without $", () => {
    const both = ["gen", "$gen"];
    expect(readReference({ $ref: "gen.output" }, both)).toMatchObject({ name: "gen" });
    expect(readReference({ $ref: "$gen.output" }, both)).toMatchObject({ name: "$gen" });
  });

  it("reads a whole string that is a step's name as the step itself", () => {
    expect(readReference({ $ref: "a.b" }, steps)).toEqual({ source: "step", name: "a.b", path: [] });
  });

  it("reads a name with dots as far as a step is called so", () => {
    const both = ["a", "a.b", "c[1]"];
    expect(readReference({ $ref: "a.b.output" }, both)).toEqual({ source: "step", name: "a.b", path: ["output"] });
    expect(readReference({ $ref: "$a.b.output" }, both)).toMatchObject({ name: "a.b" });
    expect(readReference({ $ref: "a.output.b" }, both)).toEqual({ source: "step", name: "a", path: ["output", "b"] });
    expect(readReference({ $ref: "c[1].output" }, both)).toEqual({ source: "step", name: "c[1]", path: ["output"] });
    expect(readReference({ $ref: "x.y.output" }, both)).toMatchObject({ name: "x", path: ["y", "output"] });
  });

  it.each([{ $ref: "$arguments", path: "subject" }, { $ref: "arguments.subject" }, { $ref: "$arguments.subject" }])(
    "reads %j as an argument of the workflow",
    (reference) => {
      expect(readReference(reference, steps)).toEqual({ source: "arguments", path: ["subject"] });
    },
  );

  it("lets a step that is named arguments win over the workflow's arguments", () => {
    expect(readReference({ $ref: "arguments.output" }, ["arguments"])).toMatchObject({ source: "step" });
  });

  it("returns a name that fits no step as it stands, so that a refusal can quote it", () => {
    expect(readReference({ $ref: "villain.output" }, steps)).toEqual({
      source: "step",
      name: "villain",
      path: ["output"],
    });
  });
});

describe("referencesIn", () => {
  it("finds every reference, in reading order, with the place where it stands", () => {
    const hero = { $ref: "hero.output.blob.url" };
    const mask = { $ref: "mask", path: "output.blob.url" };
    expect(referencesIn({ prompt: "a fox", images: ["data:,", hero], control: { mask } })).toEqual([
      { path: ["images", 1], reference: hero },
      { path: ["control", "mask"], reference: mask },
    ]);
  });

  it("finds none in plain values", () => {
    expect([null, "hero", 1, [], { $ref: 1 }].flatMap((value) => referencesIn(value))).toEqual([]);
  });

  it("gives the place at which the value holds that reference", () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constant<unknown>("plain"),
        fc.record({ $ref: fc.constantFrom("hero", "$0.output") }),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom("image", "mask", "input"), tie("value"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, (whole) => {
        for (const { path, reference } of referencesIn(whole)) expect(valueAt(whole, path)).toBe(reference);
        expect(referencesIn(whole)).toHaveLength((JSON.stringify(whole).match(/"\$ref"/g) ?? []).length);
      }),
    );
  });
});

describe("stepNameOf", () => {
  it.each([
    [{ name: "hero" }, "hero"],
    [{ name: "" }, "$2"],
    [{ name: null }, "$2"],
    [{}, "$2"],
  ])("calls the third step %j by its name or its position: %s", (step, name) => {
    expect(stepNameOf(step, 2)).toBe(name);
  });
});

describe("valueAt", () => {
  const value = { images: [{ url: "a" }], none: null };

  it.each([
    [[], value],
    [["images", 0, "url"], "a"],
    [["none"], null],
    [["images", 1, "url"], undefined],
    [["none", "url"], undefined],
    [["images", 0, "url", "length"], undefined],
    [["constructor"], undefined],
    [["__proto__", "toString"], undefined],
  ])("finds at %j: %j", (path, found) => {
    expect(valueAt(value, path)).toEqual(found);
  });
});

describe("withValueAt", () => {
  const key = fc.constantFrom("input", "image", "mask");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(key, fc.oneof({ depthSize: "small" }, fc.integer(), tie("tree"))),
  }));

  it("puts the value there, and leaves the given one as it was", () => {
    fc.assert(
      fc.property(tree, fc.array(key, { maxLength: 4 }), (given, path) => {
        const before = structuredClone(given);
        const replacement = { put: true };
        expect(valueAt(withValueAt(given, path, replacement), path)).toBe(replacement);
        expect(given).toEqual(before);
      }),
    );
  });

  it("changes one item of a list and keeps its neighbours", () => {
    const [left, right] = [{ url: "left" }, { url: "right" }];
    const changed = withValueAt({ images: [left, right], seed: 1 }, ["images", 1, "url"], "new");
    expect(changed).toEqual({ images: [left, { url: "new" }], seed: 1 });
    expect(valueAt(changed, ["images", 0])).toBe(left);
  });

  it("makes the objects that are missing on the way", () => {
    expect(withValueAt({}, ["input", "control", "mask"], 1)).toEqual({ input: { control: { mask: 1 } } });
  });
});
