import { expect, it } from "vitest";
import { compileInput } from "./compile-input.ts";
import { readDocument } from "./document.ts";

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
