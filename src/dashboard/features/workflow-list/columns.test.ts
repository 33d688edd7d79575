import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnIds, columnsToDraw, gridTracks, leastWidthPx } from "./columns.ts";

const someHidden = fc.subarray([...columnIds]);

describe("columnsToDraw", () => {
  it("draws what was not hidden, in its order, and the name always", () => {
    expect(columnsToDraw(["name", "tags", "chain"], 2_000, false)).toEqual([
      "name",
      "status",
      "output",
      "cost",
      "created",
      "duration",
    ]);
  });

  it("leaves out the least important ones where there is no room", () => {
    expect(columnsToDraw([], leastWidthPx(columnIds), false)).toEqual(columnIds);
    expect(columnsToDraw([], leastWidthPx(columnIds) - 1, false)).not.toContain("duration");
    fc.assert(
      fc.property(someHidden, fc.integer({ min: 260, max: 3_000 }), (hidden, widthPx) => {
        expect(leastWidthPx(columnsToDraw(hidden, widthPx, false))).toBeLessThanOrEqual(widthPx);
      }),
    );
  });

  it("keeps all of them where the table is scrolled sideways", () => {
    expect(columnsToDraw([], 300, true)).toEqual(columnIds);
  });
});

describe("gridTracks", () => {
  it("has a track for each column and one for the selection", () => {
    expect(gridTracks(["name", "status"])).toBe("24px minmax(176px, 1.3fr) 136px");
  });
});
