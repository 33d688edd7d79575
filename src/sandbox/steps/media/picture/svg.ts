/** Attributes of an SVG element; numbers are written short. */
export type Attributes = Record<string, string | number | undefined>;

export type Point = readonly [x: number, y: number];

/** An SVG element. */
export function tag(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : value}"`);
  const start = `<${name}${written.join("")}`;
  return inside.length === 0 ? `${start}/>` : `${start}>${inside.join("")}</${name}>`;
}

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}) =>
  tag("circle", { cx, cy, r, fill, ...asPaint("fill", more) });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}) =>
  tag("ellipse", { cx, cy, rx, ry, fill, ...asPaint("fill", more) });

export const rect = (x: number, y: number, width: number, height: number, fill: string, more: Attributes = {}) =>
  tag("rect", { x, y, width, height, fill, ...asPaint("fill", more) });

/** A filled shape. The outline's numbers are rounded here, so that callers can write them as they come. */
export const shape = (outline: string, fill: string, more: Attributes = {}) =>
  tag("path", { d: roundNumbers(outline), fill, ...asPaint("fill", more) });

/** A stroked line with round ends. */
export const stroke = (outline: string, colour: string, width: number, more: Attributes = {}) =>
  tag("path", {
    d: roundNumbers(outline),
    fill: "none",
    stroke: colour,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...asPaint("stroke", more),
  });

/** Colours with their place (0 to 1) and opacity. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** A gradient over the box of what it fills: downwards, or along the line from one corner to another. */
export function linear(id: string, stops: readonly Stop[], line: Attributes = { x1: 0, y1: 0, x2: 0, y2: 1 }): string {
  return tag("linearGradient", { id, ...line }, ...stops.map(stopOf));
}

/** A gradient from the middle outwards. */
export function radial(id: string, stops: readonly Stop[], place: Attributes = {}): string {
  return tag("radialGradient", { id, ...place }, ...stops.map(stopOf));
}

/** Straight lines through points. */
export function straightLine(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${short(x)} ${short(y)}`).join("");
}

/** A line through points with soft bends: Catmull-Rom, written as Bézier curves. */
export function softLine(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return "";
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? first;
  const bends = points.slice(1).map((to, index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
    const lead = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const trail = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...lead, ...trail, ...to].map(short).join(" ")}`;
  });
  return `M${short(first[0])} ${short(first[1])}${bends.join("")}`;
}

/** Opacity of the paint alone: with that of the element, the renderer makes a layer of its own for each one. */
function asPaint(paint: "fill" | "stroke", { opacity, ...more }: Attributes): Attributes {
  return opacity === undefined ? more : { ...more, [`${paint}-opacity`]: opacity };
}

function stopOf([offset, colour, opacity]: Stop): string {
  return tag("stop", { offset, "stop-color": colour, "stop-opacity": opacity });
}

/** Hundredths of a unit: finer than a pixel of the largest picture. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function roundNumbers(outline: string): string {
  return outline.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => short(Number(number)));
}
