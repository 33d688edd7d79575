import { describe, expect, it } from "vitest";
import { sayAmounts } from "./say-amounts.ts";

describe("sayAmounts", () => {
  it("names the amounts in the order of spending, as numbers of Buzz are written", () => {
    expect(sayAmounts({ blue: 1_940, green: 0, yellow: 8 })).toBe("1\u202f940 blue + 8 yellow");
    expect(sayAmounts({ blue: 40, green: 5, yellow: 0 }, " and ")).toBe("40 blue and 5 green");
  });

  it("says nothing where there is none", () => {
    expect(sayAmounts({ blue: 0, green: 0, yellow: 0 })).toBe("nothing");
  });
});
