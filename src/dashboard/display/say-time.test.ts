import { describe, expect, it } from "vitest";
import { sayAgo, sayDuration, sayInstant } from "./say-time.ts";

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

describe("sayAgo and sayInstant", () => {
  const now = Date.parse("2026-11-24T10:00:00Z");
  const narrow = new Intl.RelativeTimeFormat("en", { style: "narrow" });
  const inFull = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

  it.each([
    [400 * 86_400, "year"],
    [65 * 86_400, "month"],
    [3 * 86_400, "day"],
    [7_300, "hour"],
    [60, "minute"],
  ] as const)("say %i s before and after now in %ss as the browser's formatter does", (seconds, unit) => {
    const size = { year: 31_536_000, month: 2_592_000, day: 86_400, hour: 3_600, minute: 60 }[unit];
    const count = Math.trunc(seconds / size);
    expect(sayAgo(now - seconds * 1000, now)).toBe(narrow.format(-count, unit));
    expect(sayAgo(now + seconds * 1000, now)).toBe(narrow.format(count, unit));
  });

  it.each(Array.from({ length: 12 }, (_, month) => month))("say an instant of month %i in full", (month) => {
    const instant = new Date(2026, month, 5 + month, month, 3, 59).getTime();
    expect(sayInstant(instant)).toBe(inFull.format(instant));
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
