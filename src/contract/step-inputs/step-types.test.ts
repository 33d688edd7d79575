import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isObject } from "../json.ts";
import { stepTypes } from "./step-types.ts";

describe.each(stepTypes)("the step type $type", ({ input, output }) => {
  it("prints as JSON schema, in and out", () => {
    expect(() => z.toJSONSchema(input, { io: "input" })).not.toThrow();
    expect(() => z.toJSONSchema(output, { io: "output" })).not.toThrow();
  });

  it("says of every field what it is for", () => {
    const printed = z.toJSONSchema(input, { io: "input" });
    expect(silentFields(printed)).toEqual([]);
  });
});

it("lists no step type twice", () => {
  const names = stepTypes.map(({ type }) => type);
  expect(new Set(names).size).toBe(names.length);
});

/** Fields of the form without a description; a discriminator's choices speak for themselves. */
function silentFields(schema: unknown): string[] {
  if (!isObject(schema)) return [];
  if (Array.isArray(schema.oneOf)) return schema.oneOf.flatMap(silentFields);
  return Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([name, field]) =>
    isObject(field) && ("description" in field || "const" in field) ? [] : [name],
  );
}
