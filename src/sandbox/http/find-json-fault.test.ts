import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "./find-json-fault.ts";

describe("findJsonFault", () => {
  it.each([
    ["a comma before the end of a list", '{"steps": [1,}', 1, 14],
    ["a name without quotes", "{a", 1, 2],
    ["a missing comma, in its line", '{\n  "tags": ["a"]\n  "steps": []\n}', 3, 3],
    ["a comma before the end of an object", '{"a": 1,}', 1, 9],
    ["a bracket that closes another", '{"a": [1}', 1, 9],
    ["a string with a line break", '{"a": "b\n"}', 1, 7],
    ["a string with an escape that is none", '["\\x"]', 1, 2],
    ["a number with a leading zero", "[01]", 1, 2],
    ["a word that is none", '{"a": True}', 1, 7],
    ["text after the end", "{} {}", 1, 4],
    ["an end that comes too early", '{"a":\n [1, 2', 2, 7],
    ["a string that does not end", '{"a": "b', 1, 7],
    ["nothing", "", 1, 1],
  ])("finds %s", (_, text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it("finds nothing in JSON, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        expect(findJsonFault(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
    );
  });

  it("agrees with the parser about any text", () => {
    const pieces = fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"', "1", "-", ".5", "e3", "null", " ", "\\");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads a string of many megabytes", () => {
    expect(findJsonFault(`["${"a".repeat(20_000_000)}",]`)).toEqual({ line: 1, column: 20_000_005 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
