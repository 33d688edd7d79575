import type { SeededRandom } from "../seeded-random.ts";
import type { Palette } from "./palette.ts";

/**
 * What a composition draws on: a sheet 1000 units high and `width` units wide, whatever the size in px, so that a
 * preview shows the same picture as the original.
 */
export type Scene = { width: number; height: 1000; random: SeededRandom; palette: Palette };

/** A composition answers the body of an SVG over the scene's sheet. */
export type Composition = (scene: Scene) => string;

export type Point = readonly [x: number, y: number];

/** A number as SVG reads it, short. */
export const n = (value: number) => String(Math.round(value * 10) / 10);

/** A vertical gradient of evenly spread colours, over whatever is filled with it. */
export function gradient(id: string, colours: readonly string[], opacities: readonly number[] = []): string {
  const stops = colours.map((colour, index) => {
    const offset = colours.length === 1 ? 0 : index / (colours.length - 1);
    return `<stop offset="${n(offset * 100)}%" stop-color="${colour}" stop-opacity="${opacities[index] ?? 1}"/>`;
  });
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join("")}</linearGradient>`;
}

/** A round glow that fades to nothing. */
export function glow(id: string, colour: string, strength: number): string {
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="0.4" stop-color="${colour}" stop-opacity="${n(strength * 4) === "0" ? 0 : strength * 0.35}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
}

/** The sheet filled with the sky. */
export function sky({ width, palette }: Scene): string {
  return `<defs>${gradient("sky", palette.sky)}</defs><rect width="${n(width)}" height="1000" fill="url(#sky)"/>`;
}

/** A disc with light around it: a sun or a moon. */
export function lightDisc(x: number, y: number, radius: number, colour: string): string {
  return `<defs>${glow("halo", colour, 0.75)}</defs><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius * 4.2)}" fill="url(#halo)"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${colour}"/>`;
}

/** Stars over the upper part of the sheet. */
export function stars({ width, random }: Scene, count: number, colour: string, depth = 600): string {
  return Array.from({ length: count }, () => {
    const size = random.between(0.6, 2.6) * (random.next() > 0.94 ? 1.8 : 1);
    const y = random.next() ** 1.4 * depth;
    return `<circle cx="${n(random.between(0, width))}" cy="${n(y)}" r="${n(size)}" fill="${colour}" opacity="${n(random.between(0.3, 1))}"/>`;
  }).join("");
}

/** A line through points with soft bends (Catmull-Rom as Bézier), as the commands after a first `M`. */
export function softLine(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return "";
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? first;
  const bends = points.slice(1).map((to, index) => {
    const [before, from, after] = [at(index - 1), at(index), at(index + 2)];
    const lead = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const trail = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${[...lead, ...trail, ...to].map(n).join(" ")}`;
  });
  return `M${n(first[0])} ${n(first[1])}${bends.join("")}`;
}

/** The outline of a ridge from the left edge to the right one, closed at the bottom: hills, dunes, waves. */
export function ridge(scene: Scene, base: number, swing: number, bumps: number): Point[] {
  const { width, random } = scene;
  const phases = [random.between(0, 7), random.between(0, 7), random.between(0, 7)] as const;
  const count = Math.max(8, Math.round(bumps * 8));
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count;
    const wave =
      Math.sin(t * bumps * 2.1 + phases[0]) * 0.6 +
      Math.sin(t * bumps * 5.3 + phases[1]) * 0.27 +
      Math.sin(t * bumps * 11.7 + phases[2]) * 0.13;
    return [t * width, base - wave * swing] as const;
  });
}

/** A filled shape below a ridge. */
export function below(scene: Scene, points: readonly Point[], fill: string, extra = ""): string {
  return `<path d="${softLine(points)}L${n(scene.width)} 1001L0 1001Z" fill="${fill}" ${extra}/>`;
}
