import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statuses } from "#contract/status.ts";
import { isFiltering, type ListSearch, readListSearch, toListFilter } from "./list-search.ts";

const text = fc.string({ minLength: 1 });
const instant = fc
  .date({ noInvalidDate: true, min: new Date("2020-01-01"), max: new Date("2030-01-01") })
  .map((at) => at.toISOString());
const anySearch: fc.Arbitrary<ListSearch> = fc.record(
  {
    tags: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
    not: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
    status: fc.subarray([...statuses], { minLength: 1 }),
    from: instant,
    to: instant,
    q: text,
    withheld: fc.constant(true as const),
    excludeFailed: fc.constant(true as const),
    sort: fc.constant("oldest" as const),
  },
  { requiredKeys: [] },
);

describe("readListSearch", () => {
  it("reads what it once read as the same", () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(readListSearch(search)).toEqual(search);
      }),
    );
  });

  it("leaves out what no filter means, so that a bad link shows more and not less", () => {
    expect(
      readListSearch({ status: ["sleeping", "failed"], from: "yesterday", sort: "up", q: "", tags: ["", "a", "a"] }),
    ).toEqual({
      status: ["failed"],
      tags: ["a"],
    });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (search) => void readListSearch(search)));
  });

  it("reads a single value as a list of one, and a switch as text", () => {
    expect(readListSearch({ tags: "ink", withheld: "true", excludeFailed: "no" })).toEqual({
      tags: ["ink"],
      withheld: true,
    });
  });
});

describe("isFiltering", () => {
  it("tells what leaves something out from an order, and from what is absent", () => {
    expect(isFiltering({ q: "x" })).toBe(true);
    expect(isFiltering({ sort: "oldest" })).toBe(false);
    // As the router hands on what a link said and no filter means.
    expect(isFiltering({ status: undefined } as never)).toBe(false);
  });
});

describe("toListFilter", () => {
  it("asks for everything, newest first, when nothing is filtered", () => {
    expect(toListFilter({})).toEqual({
      ...{ tags: [], excludeTags: [], statuses: [], withheldOnly: false, excludeFailed: false, ascending: false },
    });
  });
});
