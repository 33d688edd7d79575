import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// Read from the disk: the test runner answers an import of a style sheet with nothing.
const css = readFileSync(join(import.meta.dirname, "../theme.css"), "utf8");

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const surfaces = ["canvas", "surface", "raised", "sunken"];
const meanings = ["success", "danger", "warning", "info", "buzz-blue", "buzz-green", "buzz-yellow", "withheld"];

const textPairs = [
  ...["text", "muted", "subtle", "accent", ...meanings].flatMap((name) => surfaces.map((on) => [name, on])),
  ...["text", "muted", "accent"].map((name) => [name, "accent-quiet"]),
  ...meanings.flatMap((name) => [name, "text", "muted"].map((text) => [text, `${name}-quiet`])),
  ...["accent", "accent-hover"].map((fill) => ["accent-text", fill]),
  ...["danger-fill", "danger-fill-hover"].map((fill) => ["danger-fill-text", fill]),
  ...["text", "muted"].map((fill) => ["inverse", fill]),
];
// Controls stand on these; what is sunken holds none with a border.
const threads = [1, 2, 3, 4, 5].map((lane) => `thread-${lane}`);
const controlPairs = ["border-strong", "focus", "accent", ...threads].flatMap((name) =>
  ["canvas", "surface", "raised"].map((on) => [name, on]),
);

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  it.each(textPairs)("%s is readable on %s", (text, on) => {
    expect(contrast(colorOf(text, theme), colorOf(on, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(controlPairs)("%s is visible on %s", (line, on) => {
    expect(contrast(colorOf(line, theme), colorOf(on, theme))).toBeGreaterThanOrEqual(3);
  });
});

function colorOf(name: string | undefined, theme: "light" | "dark"): string {
  const value = tokens.get(name)?.[theme];
  if (value === undefined) throw new Error(`theme.css has no token ${name}`);
  return value;
}

/** Contrast ratio of WCAG 2.2, "relative luminance". */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
