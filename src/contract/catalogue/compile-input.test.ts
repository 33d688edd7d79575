import { expect, it } from "vitest";
import { compileInput } from "./compile-input.ts";
import { readDocument } from "./document.ts";
import { validateInput } from "./validate-input.ts";

it("shows a list that the schema asks for at once, and asks for none that may be empty", () => {
  const list = { type: "array", items: { type: "string" } };
  const input = compileInput(readDocument({}), {
    type: "object",
    required: ["clips", "notes", "count"],
    properties: { tags: list, clips: list, notes: { ...list, default: [] }, count: { type: "integer" } },
  });
  if (input.kind !== "fields") throw new Error("An object has fields.");
  expect(input.fields.map(({ name, isMain, required }) => [name, isMain, required])).toEqual([
    ["clips", true, false],
    ["tags", false, false],
    ["notes", false, false],
    ["count", false, false],
  ]);
});

it("can't do without a list that has to hold something, or holds what the work is made from", () => {
  const list = { type: "array", items: { type: "string" } };
  const properties = { images: list, elements: list, words: { ...list, minItems: 1 }, notes: list };
  const input = (required: string[]) => compileInput(readDocument({}), { type: "object", required, properties });
  const wrong = (value: unknown) => validateInput(input(Object.keys(properties)), value);
  expect(Object.keys(wrong({}))).toEqual(["images", "elements", "words"]);
  expect(wrong({ images: [], elements: [], words: [] })).toEqual({ elements: "At least 1.", words: "At least 1." });
  expect(Object.keys(wrong({ images: null, elements: null, words: null }))).toEqual(["images", "elements", "words"]);
  // Where nobody asks for it, such a list may be empty.
  expect(validateInput(input([]), { elements: [] })).toEqual({});
});

it("compiles nothing that nobody looks at, so that a schema may go on for ever", () => {
  const inside = { type: "array", items: { $ref: "#/components/schemas/Folder" } };
  const folder = { type: "object", required: ["name"], properties: { name: { type: "string" }, inside } };
  const input = compileInput(readDocument({ components: { schemas: { Folder: folder } } }), folder);
  const given = { name: "a", inside: [{ name: "b", inside: [{ inside: [] }] }] };
  expect(validateInput(input, given)).toEqual({ "inside[0].inside[0].name": "Name is required." });
});
