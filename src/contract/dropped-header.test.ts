import { describe, expect, it } from "vitest";
import { printDroppedFields, readDroppedFields } from "./dropped-header.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => `steps[0].input.field${index}`);

describe("the header of dropped fields", () => {
  it("names three hundred fields, all of them", () => {
    expect(readDroppedFields(printDroppedFields(many(300)))).toEqual(many(300));
  });

  it("stays below 9 KB, and says how many more there are", () => {
    const printed = printDroppedFields(many(5000));
    expect(printed.length).toBeLessThan(9 * 1024);
    const read = readDroppedFields(printed);
    const named = read.slice(0, -1);
    expect(named).toEqual(many(5000).slice(0, named.length));
    expect(read.at(-1)).toBe(`and ${5000 - named.length} more`);
  });

  it("brings any name through, also one with commas, blanks, letters of any script and escapes", () => {
    const names = ["größe", "a,b", "a b", "50%2C", "猫.🐈", "line\nbreak", 'quote"'];
    const printed = printDroppedFields(names);
    expect(printed).toMatch(/^[\x21-\x7e]*$/);
    expect(readDroppedFields(printed)).toEqual(names);
  });

  it("cuts a very long name short and shows that it did, and takes half a character for none", () => {
    expect(printDroppedFields(["a".repeat(2000)])).toBe(`${"a".repeat(500)}...`);
    expect(readDroppedFields(printDroppedFields(["x\ud800"]))).toEqual(["x\ufffd"]);
  });

  it("is read as it stands where it is no escape of ours, and as nothing where there is none", () => {
    expect(readDroppedFields("100%, b")).toEqual(["100%", "b"]);
    expect(readDroppedFields(null)).toEqual([]);
  });
});
