// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useTypedText } from "./use-typed-text.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A text whose page hands it back only when it is told to. */
function open(text: string) {
  const told: string[] = [];
  const { result, rerender } = renderHook(
    ({ value, turn }) => useTypedText(value, (settled) => told.push(settled), turn),
    { initialProps: { value: text, turn: 0 } },
  );
  return {
    told,
    typed: () => result.current[0],
    type: (next: string) => act(() => result.current[1](next)),
    rest: () => act(() => vi.advanceTimersByTime(300)),
    draw: (value: string, turn = 0) => rerender({ value, turn }),
  };
}

describe("useTypedText", () => {
  it("keeps what is typed while the page is drawn again before it has taken the text over", () => {
    const text = open("");
    text.type("fo");
    text.rest();
    expect(text.told).toEqual(["fo"]);
    text.draw("");
    expect(text.typed()).toBe("fo");
    text.type("fox");
    text.draw("fo");
    expect(text.typed()).toBe("fox");
    text.rest();
    expect(text.told).toEqual(["fo", "fox"]);
  });

  it.each([
    ["was typed into an empty field", "", "fo"],
    ["was typed after what is told", "fo", "fox"],
    ["is told and not taken over yet", "", "fox"],
  ])("drops what %s when everything is set anew", (_, value, typed) => {
    const text = open(value);
    text.type(typed);
    text.draw(value, 1);
    text.draw("", 1);
    text.rest();
    expect(text.typed()).toBe("");
    expect(text.told).toEqual([]);
  });

  it("shows what is set elsewhere", () => {
    const text = open("fox");
    text.type("hare");
    text.draw("");
    expect(text.typed()).toBe("");
    text.rest();
    expect(text.told).toEqual([]);
  });
});
