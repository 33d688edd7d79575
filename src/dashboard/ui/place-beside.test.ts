// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { placeBeside } from "./place-beside.ts";

const rect = (left: number, top: number, width: number, height: number) => () => new DOMRect(left, top, width, height);

function place(at: DOMRect, ...[side, align]: ["top" | "bottom", "start" | "center" | "end"]) {
  const anchor = document.createElement("button");
  anchor.getBoundingClientRect = () => at;
  const panel = document.createElement("div");
  Object.defineProperties(panel, { offsetWidth: { value: 200 }, offsetHeight: { value: 100 } });
  placeBeside(panel, anchor, side, align)();
  return [panel.style.left, panel.style.top];
}

// The window of the test's document is 1024 by 768.
describe("placeBeside", () => {
  it.each([
    ["below, from its start", rect(100, 100, 80, 30)(), "bottom", "start", "100px", "134px"],
    ["above, in the middle", rect(400, 300, 80, 30)(), "top", "center", "340px", "196px"],
    ["above when there is no room below", rect(100, 700, 80, 30)(), "bottom", "start", "100px", "596px"],
    ["below when there is no room above", rect(100, 10, 80, 30)(), "top", "start", "100px", "44px"],
    ["inside the right edge", rect(1000, 100, 20, 30)(), "bottom", "start", "816px", "134px"],
    ["inside the left edge", rect(10, 100, 20, 30)(), "bottom", "end", "8px", "134px"],
  ] as const)("puts it %s", (_, at, side, align, left, top) => {
    expect(place(at, side, align)).toEqual([left, top]);
  });
});
