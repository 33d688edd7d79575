import type { SeededRandom } from "../seeded-random.ts";
import { along, brightness, mix } from "./colour.ts";
import type { Palette } from "./palette.ts";
import { circle, linear, type Point, radial, rect, shape, softLine, straightLine } from "./svg.ts";

/**
 * What a composition draws on: a sheet 1000 units high and `width` units wide, whatever the size in px, so that a
 * preview shows the same picture as the original.
 */
export type Scene = {
  width: number;
  random: SeededRandom;
  palette: Palette;
  /** Does the prompt speak of one of these? A pattern of words, such as `boat|ship`. */
  mentions(words: string): boolean;
};

/** A composition answers the body of an SVG over the scene's sheet. */
export type Composition = (scene: Scene) => string;

/** The sheet filled with the sky. */
export function sky({ width, palette: { sky: colours } }: Scene): string {
  const [top, middle, bottom] = colours;
  const stops = [
    [0, top],
    [0.45, middle],
    [0.8, bottom],
    [1, bottom],
  ] as const;
  return linear("sky", stops) + rect(-2, -2, width + 4, 1004, "url(#sky)");
}

/** True for a picture of the night, which has stars and a moon. */
export const isDark = ({ palette }: Scene) => brightness(mix(palette.sky[0], palette.sky[2], 0.5)) < 0.24;

/** A sun or, in a dark sky, now and then a crescent moon, with light around it. */
export function lightDisc(scene: Scene, x: number, y: number, radius: number): string {
  const { palette, random } = scene;
  const isMoon = isDark(scene);
  const halo = radial("halo", [
    [0, palette.light, isMoon ? 0.5 : 0.8],
    [0.25, palette.light, isMoon ? 0.2 : 0.34],
    [0.6, palette.light, 0.08],
    [1, palette.light, 0],
  ]);
  const glow = circle(x, y, radius * 5.5, "url(#halo)");
  if (!isMoon || random.next() > 0.45) return halo + glow + circle(x, y, radius, palette.light);
  const [tip, bend] = [radius * 0.87, radius * 0.62];
  const crescent = `M${x - radius * 0.2} ${y - tip}A${radius} ${radius} 0 1 0 ${x + tip} ${y + radius * 0.2}A${bend + radius * 0.25} ${bend + radius * 0.25} 0 0 1 ${x - radius * 0.2} ${y - tip}Z`;
  return halo + glow + shape(crescent, palette.light);
}

/** Stars over the upper part of the sheet, a few of them bright. */
export function stars({ width, random }: Scene, count: number, colour: string, depth = 600): string {
  return Array.from({ length: Math.round(count * Math.min(2, Math.max(0.5, width / 1000))) }, () => {
    const size = random.between(0.6, 1.7) * (random.next() > 0.93 ? 2 : 1);
    const y = random.next() ** 1.3 * depth;
    return circle(random.between(0, width), y, size, colour, {
      opacity: random.between(0.25, 1) * (1 - (y / depth) * 0.6),
    });
  }).join("");
}

/** Long thin clouds between two heights. */
export function clouds({ width, random, palette }: Scene, top: number, bottom: number, count: number): string {
  const fill = linear(
    "cloud",
    [
      [0, palette.light, 0],
      [0.5, palette.light, 0.42],
      [1, palette.light, 0],
    ],
    { x1: 0, y1: 0, x2: 1, y2: 0 },
  );
  const streaks = Array.from({ length: count }, () => {
    const [x, y] = [random.between(-0.1, 0.9) * width, random.between(top, bottom)];
    const [long, thick] = [random.between(180, 520), random.between(5, 20)];
    return [0, 1, 2]
      .map((row) => {
        const [shift, wide] = [random.between(-0.2, 0.4) * long, long * random.between(0.45, 1)];
        return rect(x + shift, y + row * thick * 0.8, wide, thick, "url(#cloud)", {
          rx: thick / 2,
          opacity: random.between(0.4, 1),
        });
      })
      .join("");
  });
  return fill + streaks.join("");
}

/** Smooth noise around 0, about -1 to 1: waves of rising pitch and falling height. `roughness` 0 is one long swell. */
export function waves(random: SeededRandom, roughness: number): (place: number) => number {
  const parts = Array.from({ length: 7 }, (_, octave) => ({
    pitch: 2 ** octave * random.between(0.8, 1.25),
    height: roughness ** octave,
    phase: random.between(0, 2 * Math.PI),
  }));
  const total = parts.reduce((sum, { height }) => sum + height, 0);
  return (place) =>
    parts.reduce((sum, { pitch, height, phase }) => sum + Math.sin(place * pitch * 2 * Math.PI + phase) * height, 0) /
    total;
}

/** The upper line of hills or waves from the left edge to the right one. `bumps` counts over 1000 units. */
export function ridge({ width, random }: Scene, base: number, swing: number, bumps: number, roughness = 0.42): Point[] {
  const noise = waves(random, roughness);
  const count = Math.max(8, Math.round((width / 1000) * (roughness > 0.5 ? 150 : 46)));
  return Array.from({ length: count + 1 }, (_, index) => {
    const x = (index / count) * (width + 8) - 4;
    return [x, base - noise((x / 1000) * bumps) * swing] as const;
  });
}

/** The height of a ridge at a place. */
export function heightAt(points: readonly Point[], x: number): number {
  const right = points.findIndex((point) => point[0] >= x);
  const [after, before] = [points[Math.max(0, right)], points[Math.max(0, right - 1)]];
  if (!after || !before) return 1000;
  const share = after[0] === before[0] ? 0 : (x - before[0]) / (after[0] - before[0]);
  return before[1] + (after[1] - before[1]) * share;
}

/** All that lies below a ridge. */
export function below({ width }: Scene, points: readonly Point[], fill: string, opacity?: number): string {
  const line = points.length > 80 ? straightLine(points) : softLine(points);
  return shape(`${line}L${width + 4} 1004L-4 1004Z`, fill, { opacity });
}

/** The colour of a layer of the land: 0 is the farthest, in the sky's haze; 1 is before the viewer's feet. */
export function layerColour({ palette }: Scene, nearness: number): string {
  const haze = mix(palette.sky[2], palette.layers[0], 0.55);
  return along([haze, ...palette.layers], nearness);
}
