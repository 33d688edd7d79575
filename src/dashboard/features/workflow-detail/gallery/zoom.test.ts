import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panBy, type View, wholeView, zoomAt } from "./zoom.ts";

const stage = { x: 800, y: 600 };
/** Where on the stage a place of the picture is seen. */
const seen = ({ scale, x }: View, place: number) => place * scale + x;

describe("zoomAt", () => {
  it("keeps what lies under the pointer there, while no edge would come in", () => {
    fc.assert(
      fc.property(fc.integer({ min: -390, max: 390 }), fc.double({ min: 1.01, max: 2, noNaN: true }), (x, factor) => {
        const before = zoomAt(wholeView, 2, { x: 0, y: 0 }, stage);
        const after = zoomAt(before, factor, { x, y: 0 }, stage);
        expect(seen(after, (x - before.x) / before.scale)).toBeCloseTo(x, 6);
      }),
    );
  });

  it("goes from the whole picture to eight times its size, and back to the middle", () => {
    const near = zoomAt(wholeView, 100, { x: 300, y: 200 }, stage);
    expect(near.scale).toBe(8);
    expect(zoomAt(near, 0.001, { x: -50, y: 10 }, stage)).toEqual({ scale: 1, x: 0, y: 0 });
  });
});

describe("panBy", () => {
  it("moves an enlarged picture, and stops at its edges", () => {
    const near = zoomAt(wholeView, 2, { x: 0, y: 0 }, stage);
    expect(panBy(near, { x: 50, y: -20 }, stage)).toEqual({ scale: 2, x: 50, y: -20 });
    expect(panBy(near, { x: 9_000, y: -9_000 }, stage)).toEqual({ scale: 2, x: 400, y: -300 });
  });

  it("leaves a whole picture where it is", () => {
    expect(panBy(wholeView, { x: 50, y: 50 }, stage)).toEqual(wholeView);
  });
});
