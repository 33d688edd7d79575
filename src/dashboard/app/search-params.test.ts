import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onlyRead, parseSearch, printSearch } from "./search-params.ts";

describe("search params", () => {
  it("are read as they were printed: one value as a text, several as a list", () => {
    const value = fc.string({ minLength: 1 });
    const search = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,6}$/),
      fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 })),
    );
    fc.assert(
      fc.property(search, (members) => {
        expect(parseSearch(printSearch(members))).toEqual({ ...members });
      }),
    );
  });

  it("leave out what is empty, absent or off", () => {
    expect(printSearch({ a: "", b: undefined, c: null, d: false, e: [] })).toBe("");
    expect(printSearch({ a: true, b: 0, c: ["x", "y"] })).toBe("?a=true&b=0&c=x&c=y");
  });

  it("hold for a route what it reads of them, whatever else is in the address", () => {
    const read = onlyRead(({ view }): { view?: "list" } => (view === "list" ? { view } : {}));
    // The router lays what a route reads over what the address says.
    const seen = (search: Record<string, unknown>) => ({ ...search, ...read(search) });
    expect(seen({ view: "list", page: "2" })).toEqual({ view: "list" });
    expect(seen({ view: "upside down" })).toEqual({});
    expect(printSearch(seen({ view: "upside down" }))).toBe("");
  });
});
