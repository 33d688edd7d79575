import { describe, expect, it } from "vitest";
import type { Blob } from "#contract/blob.ts";
import { type BlobSurroundings, blobState } from "./blob-state.ts";

const aBlob = (members: Partial<Blob> = {}): Blob => ({
  id: "1.jpeg",
  available: true,
  url: "https://blob.test/1",
  ...members,
});
const seen = (members: Partial<BlobSurroundings> = {}): BlobSurroundings => ({
  hideMature: false,
  allowMatureContent: true,
  isOver: true,
  isRevealed: false,
  ...members,
});

describe("blobState", () => {
  it("shows what is not mature", () => {
    expect(blobState(aBlob({ nsfwLevel: "pg13" }), seen({ hideMature: true }))).toBe("shown");
    expect(blobState(aBlob(), seen())).toBe("shown");
  });

  it("hides mature media while the operator hides it, even when a server sent its url", () => {
    expect(blobState(aBlob({ nsfwLevel: "r" }), seen({ hideMature: true }))).toBe("hidden");
    expect(blobState(aBlob({ nsfwLevel: "x", url: null }), seen({ hideMature: true }))).toBe("hidden");
    expect(blobState(aBlob({ nsfwLevel: "x" }), seen({ hideMature: true, isRevealed: true }))).toBe("hidden");
  });

  it("blurs mature media until it is revealed", () => {
    expect(blobState(aBlob({ nsfwLevel: "r" }), seen())).toBe("blurred");
    expect(blobState(aBlob({ nsfwLevel: "r" }), seen({ isRevealed: true }))).toBe("shown");
  });

  it.each([
    { url: null, available: false, nsfwLevel: "x", blockedReason: "MatureContent" },
    { url: null, available: true, nsfwLevel: "r" },
    { url: null, available: false, nsfwLevel: "xxx", blockedReason: "NSFWLevel" },
  ] as const)("says withheld of what a release would free: %o", (members) => {
    for (const hideMature of [true, false]) {
      expect(blobState(aBlob(members), seen({ allowMatureContent: false, hideMature }))).toBe("withheld");
    }
  });

  it("says blocked of every other reason, whatever the rating", () => {
    const blob = aBlob({ url: null, available: false, nsfwLevel: "x", blockedReason: "SafetyFilter" });
    expect(blobState(blob, seen({ allowMatureContent: false }))).toBe("blocked");
  });

  it("tells what is not made yet from what was never delivered", () => {
    const blob = aBlob({ url: null, available: false });
    expect(blobState(blob, seen({ isOver: false }))).toBe("pending");
    expect(blobState(blob, seen({ isOver: true }))).toBe("missing");
  });
});
