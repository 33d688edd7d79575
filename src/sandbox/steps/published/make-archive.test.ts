import { describe, expect, it } from "vitest";
import { makeTar } from "./make-archive.ts";

const nameIn = (tar: Uint8Array) => new TextDecoder().decode(tar.subarray(0, 100)).replace(/\0+$/, "");

describe("a tar", () => {
  it.each([
    ["cat.png", "cat.png"],
    ["c".repeat(130), "c".repeat(100)],
    [`c${"é".repeat(60)}`, `c${"é".repeat(49)}`],
    ["🐈".repeat(30), "🐈".repeat(25)],
  ])("holds as much of the name %s as there is room for, and no half character", (name, kept) => {
    expect(nameIn(makeTar([{ name, bytes: new Uint8Array(1) }], 0))).toBe(kept);
  });

  it("holds nobody up with a very long name", () => {
    // Cut letter by letter, this takes longer than a test may.
    const tar = makeTar([{ name: "c".repeat(100_000), bytes: new Uint8Array(1) }], 0);
    expect(nameIn(tar)).toBe("c".repeat(100));
  });
});
