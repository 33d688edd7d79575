import { describe, expect, it } from "vitest";
import { readByteRange } from "./byte-range.ts";

describe("readByteRange", () => {
  it.each([
    ["bytes=0-9", { first: 0, last: 9 }],
    ["bytes=90-", { first: 90, last: 99 }],
    ["bytes=90-500", { first: 90, last: 99 }],
    ["bytes=-10", { first: 90, last: 99 }],
    ["bytes=-500", { first: 0, last: 99 }],
  ])("reads %s of 100 bytes", (header, range) => {
    expect(readByteRange(header, 100)).toEqual(range);
  });

  it.each([null, "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "pages=1-2"])("takes %s as all of them", (header) => {
    expect(readByteRange(header, 100)).toBeUndefined();
  });

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0"])("can't satisfy %s of 100 bytes", (header) => {
    expect(readByteRange(header, 100)).toBe("unsatisfiable");
  });

  it("can satisfy no range of an empty file", () => {
    expect(readByteRange("bytes=0-", 0)).toBe("unsatisfiable");
    expect(readByteRange("bytes=-5", 0)).toBe("unsatisfiable");
  });
});
