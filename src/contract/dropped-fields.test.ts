import { expect, it } from "vitest";
import { droppedFields } from "./dropped-fields.ts";

it("names a field that every object seems to have", () => {
  expect(droppedFields({ toString: 1, kept: 2 }, { kept: 2 })).toEqual(["toString"]);
});
