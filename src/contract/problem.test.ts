import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { errorsOf, insufficientBuzzSchema, parsePath, printPath, problemSchema } from "./problem.ts";

const paths: [printed: string, keys: (string | number)[]][] = [
  ["", []],
  ["steps", ["steps"]],
  ["steps[0].input.width", ["steps", 0, "input", "width"]],
  ["steps[0].$type", ["steps", 0, "$type"]],
  ["images[2][10]", ["images", 2, 10]],
  ["[3].name", [3, "name"]],
];

describe("paths of a request", () => {
  it.each(paths)("print as %s", (printed, keys) => {
    expect(printPath(keys)).toBe(printed);
  });

  it.each(paths)("are read back from %s", (printed, keys) => {
    expect(parsePath(printed)).toEqual(keys);
  });

  it("are the same after printing and reading, for all keys without dots and brackets", () => {
    const name = fc.string({ minLength: 1 }).filter((text) => !/[.[\]]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.oneof(name, fc.nat())), (keys) => {
        expect(parsePath(printPath(keys))).toEqual(keys);
      }),
    );
  });

  it("tell a name of digits from a position", () => {
    expect(parsePath("epochs.0")).toEqual(["epochs", "0"]);
    expect(parsePath("epochs[0]")).toEqual(["epochs", 0]);
  });
});

describe("errorsOf", () => {
  const schema = z.object({
    input: z.object({
      width: z.int("A whole number.").check(z.multipleOf(8, "A multiple of 8."), z.minimum(64, "At least 64.")),
    }),
    name: z.string("A name."),
  });
  const issuesOf = (value: unknown) => schema.safeParse(value).error?.issues ?? [];

  it("names each wrong place once, with all its messages in order", () => {
    expect(errorsOf(issuesOf({ input: { width: 3 }, name: 1 }))).toEqual({
      "input.width": ["A multiple of 8.", "At least 64."],
      name: ["A name."],
    });
  });

  it("puts the place of the checked value in front", () => {
    expect(errorsOf(issuesOf({ input: { width: "wide" }, name: "a" }), ["steps", 0])).toEqual({
      "steps[0].input.width": ["A whole number."],
    });
  });
});

describe("problemSchema", () => {
  it("keeps members it does not know, such as those of an insufficient-Buzz problem", () => {
    const problem = { title: "Insufficient Buzz", status: 403, required: 40, available: { blue: 3 }, missing: 37 };
    expect(problemSchema.parse(problem)).toEqual(problem);
    expect(insufficientBuzzSchema.parse(problem)).toMatchObject({ required: 40, available: { blue: 3 }, missing: 37 });
  });

  it("takes a problem of which nothing is said", () => {
    expect(problemSchema.parse({ type: null, title: null, status: null, errors: null })).toBeDefined();
    expect(problemSchema.safeParse({}).success).toBe(true);
  });

  it.each(["Forbidden", ["Forbidden"], { errors: { name: "not a list" } }, { status: "403" }])("is not %j", (body) => {
    expect(problemSchema.safeParse(body).success).toBe(false);
  });

  it("does not take every problem for one of too little Buzz", () => {
    expect(insufficientBuzzSchema.safeParse({ title: "Forbidden", status: 403 }).success).toBe(false);
  });
});
