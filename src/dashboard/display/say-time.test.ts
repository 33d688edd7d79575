import { describe, expect, it } from "vitest";
import { sayAgo, sayDuration } from "./say-time.ts";

describe("sayAgo", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  it.each([
    [5, "just now"],
    [-20, "just now"],
    [59, "just now"],
  ])("calls %i seconds ago %s", (seconds, words) => {
    expect(sayAgo(now - seconds * 1000, now)).toBe(words);
  });

  it("uses the largest unit that fits, rounded towards now", () => {
    expect(sayAgo(now - 119_000, now)).toBe("1m ago");
    expect(sayAgo(now - 3_600_000 * 5, now)).toBe("5h ago");
    expect(sayAgo(now - 86_400_000 * 3, now)).toBe("3d ago");
  });
});

describe("sayDuration", () => {
  it.each([
    [0, "0 s"],
    [4_200, "4.2 s"],
    [59_000, "59 s"],
    [72_000, "1 min 12 s"],
    [11_100_000, "3 h 5 min"],
    [-5, "0 s"],
  ])("says %i ms as %s", (milliseconds, words) => {
    expect(sayDuration(milliseconds)).toBe(words);
  });
});
