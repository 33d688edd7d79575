// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useRowsInSight } from "./use-rows-in-sight.ts";

afterEach(cleanup);

const rowPx = 40;
const boxPx = 400;

describe("useRowsInSight", () => {
  it("draws what is in sight and a few rows around it", () => {
    const { result } = open(1_000);
    act(() => result.current.follow(4_000));
    const drawn = result.current.rows.map(({ index }) => index).toSorted((one, other) => one - other);
    expect(drawn[0]).toBe(96);
    expect(drawn.at(-1)).toBe(114);
    expect(result.current.last).toBe(114);
  });

  it("tells the rows in sight from those beyond them", () => {
    const { result } = open(1_000);
    act(() => result.current.follow(4_000));
    const inSight = result.current.rows.filter(({ isBeyond }) => !isBeyond).map(({ index }) => index);
    expect([Math.min(...inSight), Math.max(...inSight), inSight.length]).toEqual([100, 110, 11]);
  });

  it("draws the last rows of a list that became shorter", () => {
    const { result, rerender } = open(1_000);
    act(() => result.current.follow(30_000));
    rerender({ count: 20 });
    expect(result.current.rows.map(({ index }) => index)).toContain(19);
    expect(result.current.last).toBe(19);
  });

  it("gives no slot to two rows at a time, wherever the list is", () => {
    const { result } = open(1_000);
    for (let px = 0; px <= 1_000 * rowPx; px += 360) {
      act(() => result.current.follow(px));
      const { rows } = result.current;
      expect(new Set(rows.map(({ slot }) => slot)).size).toBe(rows.length);
    }
  });

  it("moves no element while it is scrolled, and has them in order once it rests", () => {
    vi.useFakeTimers();
    const { result } = open(1_000);
    act(() => result.current.follow(2_000));
    act(() => vi.runAllTimers());
    const before = result.current.rows.map(({ slot }) => slot);
    act(() => result.current.follow(2_240));
    expect(result.current.rows.map(({ slot }) => slot)).toEqual(before);
    act(() => vi.runAllTimers());
    const order = result.current.rows.map(({ index }) => index);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    vi.useRealTimers();
  });

  it("reveals a row by no more than it takes", () => {
    const box = document.createElement("div");
    Object.defineProperty(box, "clientHeight", { value: boxPx });
    const { result } = open(1_000, box);
    result.current.reveal(5);
    expect(box.scrollTop).toBe(0);
    result.current.reveal(10);
    expect(box.scrollTop).toBe(32 + 11 * rowPx - boxPx);
    result.current.reveal(0);
    expect(box.scrollTop).toBe(0);
  });
});

function open(rows: number, box: HTMLElement | null = null) {
  const scroller = createRef<HTMLElement>();
  scroller.current = box;
  return renderHook(({ count }) => useRowsInSight({ scroller, count, rowPx, boxPx, headerPx: 32, startPx: () => 0 }), {
    initialProps: { count: rows },
  });
}
