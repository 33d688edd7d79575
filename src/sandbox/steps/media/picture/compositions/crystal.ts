import { along, darken, lighten, mix } from "../colour.ts";
import type { Composition, Scene } from "../scene.ts";
import { type Point, rect, straightLine, tag } from "../svg.ts";

/** A tiling that never repeats: rhombs from crossing families of lines (de Bruijn's multigrid), in five or seven directions. */
export const crystal: Composition = (scene) => {
  const { random, palette, width } = scene;
  const directions = random.pick([5, 5, 7]);
  const edge = random.between(40, 62) * (directions === 7 ? 0.9 : 1);
  const colours = [
    palette.layers[3],
    palette.layers[2],
    palette.layers[1],
    palette.layers[0],
    palette.sky[2],
    palette.sky[0],
  ] as const;
  const rings = random.between(1.2, 3);
  const middle: Point = [random.between(0.3, 0.7) * width, random.between(300, 700)];
  const lead = random.next() > 0.5 ? palette.ink : palette.light;
  const tiles = rhombs(scene, directions, edge).map(({ corners, kind, centre }) => {
    const far = Math.hypot(centre[0] - middle[0], centre[1] - middle[1]) / 700;
    const wave = 0.5 + 0.5 * Math.cos(far * rings * Math.PI);
    const base = along(colours, wave * 0.75 + (kind / directions) * 0.35);
    const isAccent = kind === 0 && wave > 0.8;
    const shade = [base, lighten(base, 0.14), darken(base, 0.12), lighten(base, 0.24)][kind % 4] ?? base;
    return tag("path", {
      d: `${straightLine(corners)}Z`,
      fill: isAccent ? palette.accent : shade,
      stroke: mix(lead, base, 0.45),
      "stroke-width": 2,
    });
  });
  return rect(-2, -2, width + 4, 1004, palette.layers[2]) + tiles.join("");
};

type Rhomb = { corners: Point[]; centre: Point; kind: number };

function rhombs({ random, width }: Scene, directions: number, edge: number): Rhomb[] {
  const turn = random.between(0, Math.PI);
  const axes = Array.from({ length: directions }, (_, index): Point => {
    const angle = turn + (index * 2 * Math.PI) / directions;
    return [Math.cos(angle), Math.sin(angle)];
  });
  const shifts = axes.map(() => random.between(0.05, 0.95));
  const lines = Math.ceil(Math.hypot(width, 1000) / edge / directions) + 3;
  const found: Rhomb[] = [];
  for (const [first, [ax, ay]] of axes.entries()) {
    for (const [second, [bx, by]] of axes.entries()) {
      const cross = ax * by - ay * bx;
      if (second <= first || Math.abs(cross) < 1e-6) continue;
      for (let a = -lines; a <= lines; a += 1) {
        for (let b = -lines; b <= lines; b += 1) {
          const [p, q] = [a + (shifts[first] ?? 0), b + (shifts[second] ?? 0)];
          const crossing: Point = [(p * by - q * ay) / cross, (q * ax - p * bx) / cross];
          const rhomb = rhombAt(axes, shifts, crossing, [first, a], [second, b], edge, width);
          if (rhomb) found.push({ ...rhomb, kind: Math.min(second - first, directions - second + first) + first });
        }
      }
    }
  }
  return found;
}

/** The rhomb that stands for a crossing of two lines; none when it lies outside the sheet. */
function rhombAt(
  axes: readonly Point[],
  shifts: readonly number[],
  [x, y]: Point,
  [first, a]: [number, number],
  [second, b]: [number, number],
  edge: number,
  width: number,
): Omit<Rhomb, "kind"> | undefined {
  const steps = axes.map(([ax, ay], index) =>
    index === first ? a : index === second ? b : Math.ceil(ax * x + ay * y - (shifts[index] ?? 0)),
  );
  const corner = (moreFirst: number, moreSecond: number): Point => {
    let [sumX, sumY] = [0, 0];
    for (const [index, [ax, ay]] of axes.entries()) {
      const step = (steps[index] ?? 0) + (index === first ? moreFirst : index === second ? moreSecond : 0);
      sumX += step * ax;
      sumY += step * ay;
    }
    return [width / 2 + sumX * edge, 500 + sumY * edge];
  };
  const corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  const [start, , opposite] = corners;
  if (!start || !opposite) return undefined;
  const centre: Point = [(start[0] + opposite[0]) / 2, (start[1] + opposite[1]) / 2];
  const isSeen = centre[0] > -edge && centre[0] < width + edge && centre[1] > -edge && centre[1] < 1000 + edge;
  return isSeen ? { corners, centre } : undefined;
}
