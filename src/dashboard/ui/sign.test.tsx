// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { CircleX, Zap } from "lucide-react";
import { __iconData as circleX } from "lucide-react/icons/circle-x";
import { __iconData as zap } from "lucide-react/icons/zap";
import { afterEach, describe, expect, it } from "vitest";
import { Sign, shapesOf } from "./sign.tsx";

afterEach(cleanup);

const sized = ["width", "height", "stroke-width", "class"];

describe("Sign", () => {
  it.each([
    ["circle-x", circleX, CircleX],
    ["zap", zap, Zap],
  ] as const)("draws %s as Lucide does, in the size that the style sheet gives to all icons", (_, data, Icon) => {
    const own = svgOf(<Sign shapes={shapesOf(data)} />);
    const theirs = svgOf(<Icon />);
    expect(own.innerHTML).toBe(theirs.innerHTML);
    const names = theirs.getAttributeNames().filter((name) => !sized.includes(name) && name !== "xmlns");
    for (const name of names) expect(own.getAttribute(name)).toBe(theirs.getAttribute(name));
    expect(own.classList.contains("lucide")).toBe(true);
  });

  it("becomes another icon in the same element", () => {
    const { container, rerender } = render(<Sign shapes={shapesOf(circleX)} />);
    const before = container.querySelector("svg");
    rerender(<Sign shapes={shapesOf(zap)} />);
    expect(container.querySelector("svg")).toBe(before);
    expect(before?.querySelectorAll("*")).toHaveLength(1);
  });
});

function svgOf(icon: React.ReactElement): SVGElement {
  const svg = render(icon).container.querySelector("svg");
  if (!svg) throw new Error("There is no icon.");
  return svg;
}
