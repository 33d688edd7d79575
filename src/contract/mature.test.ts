import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlockedForGood, isMature, isReleasableBlob, ratingSchema, ratings, strongerRating } from "./mature.ts";

const anyRating = fc.constantFrom(...ratingSchema.options);

describe("isMature", () => {
  it("holds for r and above only", () => {
    expect(ratingSchema.options.filter(isMature)).toEqual(["r", "x", "xxx"]);
  });

  it.each([undefined, null])("does not hold for a medium whose rating is %s", (rating) => {
    expect(isMature(rating)).toBe(false);
  });
});

describe("strongerRating", () => {
  it("orders pg, pg13, r, x, xxx from mild to strong", () => {
    const rising = ratings.slice(1).map((strong, index) => [ratings[index] ?? "na", strong] as const);
    for (const [mild, strong] of rising) expect(strongerRating(mild, strong)).toBe(strong);
  });

  it("lets the unrated give way", () => {
    expect(ratings.map((rating) => strongerRating("na", rating))).toEqual([...ratings]);
  });

  it("answers the same whichever comes first, and one of the two", () => {
    fc.assert(
      fc.property(anyRating, anyRating, (one, other) => {
        expect(strongerRating(one, other)).toBe(strongerRating(other, one));
        expect([one, other]).toContain(strongerRating(one, other));
      }),
    );
  });

  it("keeps what is mature mature", () => {
    fc.assert(
      fc.property(anyRating, anyRating, (one, other) => {
        expect(isMature(strongerRating(one, other))).toBe(isMature(one) || isMature(other));
      }),
    );
  });
});

describe("isBlockedForGood", () => {
  it.each(["MatureContent", "maturecontent", "NsfwLevel", "NSFWLevel", "none", "None", "", null, undefined])(
    "does not hold for the reason %j",
    (blockedReason) => {
      expect(isBlockedForGood({ blockedReason })).toBe(false);
    },
  );

  it.each(["CSAM", "TOS", "NonCommercial", "MatureContentMinor", "unknown reason"])(
    "holds for the reason %j",
    (blockedReason) => {
      expect(isBlockedForGood({ blockedReason })).toBe(true);
    },
  );
});

describe("isReleasableBlob", () => {
  const withheld = { nsfwLevel: "x", blockedReason: "MatureContent" } as const;

  it.each([false, null, undefined])("offers a withheld mature blob when allowMatureContent is %s", (allowed) => {
    expect(isReleasableBlob(withheld, allowed)).toBe(true);
  });

  it("offers nothing once the workflow allows mature content", () => {
    expect(isReleasableBlob(withheld, true)).toBe(false);
  });

  it.each(["pg", "pg13", "na", null, undefined] as const)("offers nothing that is rated %s", (nsfwLevel) => {
    expect(isReleasableBlob({ ...withheld, nsfwLevel }, false)).toBe(false);
  });

  it("offers nothing that is blocked for another reason", () => {
    expect(isReleasableBlob({ ...withheld, blockedReason: "TOS" }, false)).toBe(false);
  });

  it.each([
    { ...withheld, blockedReason: "none" },
    { nsfwLevel: "r" },
    { nsfwLevel: "xxx", blockedReason: null },
  ] as const)("offers %j, which gives no final reason", (blob) => {
    expect(isReleasableBlob(blob, false)).toBe(true);
  });

  it("does not judge by the url, which hiding takes away as well", () => {
    fc.assert(
      fc.property(anyRating, fc.constantFrom("MatureContent", "TOS", null), (nsfwLevel, blockedReason) => {
        const blob = { nsfwLevel, blockedReason };
        expect(isReleasableBlob({ ...blob, url: "https://example.org/a.png" }, false)).toBe(
          isReleasableBlob({ ...blob, url: null }, false),
        );
      }),
    );
  });
});
