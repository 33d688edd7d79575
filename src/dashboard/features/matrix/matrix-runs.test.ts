import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Axis, axesOf, readAxis, withMany } from "./axis.ts";
import { type MatrixWish, matrixRuns, matrixTag, runsAtMost, sayRun } from "./matrix-runs.ts";

const body = {
  steps: [{ $type: "echo", input: { message: { $ref: "$arguments", path: "words" } } }],
  arguments: { words: "hello", other: 1 },
  tags: ["kept"],
  metadata: { customer: "acme" },
};
const lines = (name: string, kind: Axis["kind"], text: string): Axis => ({ name, kind, isMany: true, lines: text });
const wish = (change: Partial<MatrixWish>): MatrixWish => ({
  ...{ body, axes: axesOf(body.arguments), repeats: 1, matrixId: "baton-1", fixSeeds: (one) => one },
  ...change,
});
const runsOf = (change: Partial<MatrixWish>) => {
  const read = matrixRuns(wish(change));
  if (!read.ok) throw new Error(read.message);
  return read.runs;
};

describe("readAxis", () => {
  it.each([
    ["texts, without the empty lines", lines("a", "text", "one\n\n two \n"), ["one", "two"]],
    ["a text of several lines, in quotes", lines("a", "text", '"one\\ntwo"'), ["one\ntwo"]],
    ["numbers", lines("a", "number", "1\n2.5\n-3"), [1, 2.5, -3]],
    ["yes and no", lines("a", "boolean", "yes\nFalse"), [true, false]],
    ["JSON", lines("a", "json", '{"a":1}\n[2]'), [{ a: 1 }, [2]]],
  ])("reads %s", (_, axis, values) => {
    expect(readAxis(axis)).toEqual({ ok: true, values });
  });

  it.each([
    [lines("a", "number", "1\ntwo"), "Line 2 is no number."],
    [lines("a", "json", "\n{"), "Line 2 is no JSON."],
    [lines("a", "text", " \n"), "Write one value per line."],
  ])("names the line that is wrong", (axis, message) => {
    expect(readAxis(axis)).toEqual({ ok: false, message });
  });

  it("has the same first value as one or as many, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
          fc.boolean(),
          fc.integer(),
        ),
        (value) => {
          const [axis] = axesOf({ a: value });
          if (!axis) throw new Error("There is one axis.");
          expect(readAxis(withMany(axis, true))).toEqual({ ok: true, values: [value] });
          expect(withMany(withMany(axis, true), false)).toEqual(axis);
        },
      ),
    );
  });
});

describe("sayRun", () => {
  it("tells a run from the others by the arguments that vary, and by its number where none does", () => {
    const axes = [...axesOf({ scene: "a lighthouse at dawn, long exposure" }), lines("words", "text", "one\ntwo")];
    expect(runsOf({ axes }).map(sayRun)).toEqual(["words: one", "words: two"]);
    expect(runsOf({ axes: axesOf(body.arguments), repeats: 2 }).map(sayRun)).toEqual(["Run 1", "Run 2"]);
  });
});

describe("matrixRuns", () => {
  it("runs every combination once per repeat, the last argument changing first", () => {
    const axes = [lines("words", "text", "a\nb"), lines("other", "number", "1\n2")];
    const runs = runsOf({ axes, repeats: 2 });
    expect(runs.map(sayRun)).toEqual([
      ...["words: a, other: 1", "words: a, other: 1", "words: a, other: 2", "words: a, other: 2"],
      ...["words: b, other: 1", "words: b, other: 1", "words: b, other: 2", "words: b, other: 2"],
    ]);
    expect(runs.map(({ body: { arguments: values } }) => values?.words)).toEqual([
      "a",
      "a",
      "a",
      "a",
      "b",
      "b",
      "b",
      "b",
    ]);
  });

  it("pays for each run once: no two have the same externalId", () => {
    const ids = runsOf({ repeats: 100 }).map(({ body: { externalId } }) => externalId);
    expect(new Set(ids).size).toBe(100);
  });

  it("tags the runs of a grid and says in the metadata which one it is, beside what is there", () => {
    const [, second] = runsOf({ axes: [lines("words", "text", "a\nb")] });
    expect(second?.body.tags).toEqual(["kept", matrixTag("baton-1")]);
    expect(second?.body.metadata).toEqual({
      customer: "acme",
      matrix: { id: "baton-1", run: 2, of: 2, values: { words: "b" } },
    });
  });

  it("sends a single run as it is, without tag and mark", () => {
    const [run] = runsOf({});
    expect(run?.body).toEqual({ ...body, externalId: "baton-1" });
  });

  it("refuses more runs than go at once, before it makes them", () => {
    const many = Array.from({ length: 60 }, (_, index) => index).join("\n");
    const axes = ["a", "b", "c", "d"].map((name) => lines(name, "number", many));
    expect(matrixRuns(wish({ axes }))).toEqual({
      ok: false,
      message: expect.stringContaining(`more than ${runsAtMost}`),
    });
    expect(matrixRuns(wish({ repeats: 101 })).ok).toBe(false);
  });

  it("names the argument whose values can't be read, and the tag that is one too many", () => {
    expect(matrixRuns(wish({ axes: [lines("other", "number", "x")] }))).toEqual({
      ok: false,
      message: "other: Line 1 is no number.",
    });
    const tags = Array.from({ length: 10 }, (_, index) => `tag-${index}`);
    expect(matrixRuns(wish({ body: { ...body, tags }, repeats: 2 }))).toMatchObject({ ok: false });
    expect(matrixRuns(wish({ body: { ...body, tags }, repeats: 1 }))).toMatchObject({ ok: true });
  });
});
