import { describe, expect, it } from "vitest";
import { rateOutput } from "./rate-output.ts";

describe("rateOutput", () => {
  it.each([
    ["a fox", "pg"],
    ["a fox [rated:pg13]", "pg13"],
    ["[rated:r] a fox", "r"],
    ["[rated:xxx] and [rated:r]", "xxx"],
    ["a nude statue", "x"],
    ["NSFW", "x"],
    ["an explicitly polite denuded hill", "pg"],
  ])("rates %j as %s", (text, rating) => {
    expect(rateOutput([text], [])).toBe(rating);
  });

  it("is never milder than the media that it works on", () => {
    expect(rateOutput(["a fox"], ["pg", "x"])).toBe("x");
    expect(rateOutput(["[rated:xxx]"], ["r"])).toBe("xxx");
  });
});
