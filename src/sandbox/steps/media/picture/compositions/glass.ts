import { along, enrich, mix, turnHue } from "../colour.ts";
import { type Composition, heightAt, ridge, type Scene } from "../scene.ts";
import { circle, type Point, radial, rect, straightLine, tag } from "../svg.ts";

/** A landscape in stained glass: cells (Voronoi) that take their colour from the sky, the sun and the hills behind them. */
export const glass: Composition = (scene) => {
  const { random, palette, width } = scene;
  const seeds = scatter(scene);
  const colourAt = hiddenPicture(scene);
  const lead = mix(palette.ink, "#000000", 0.3);
  const cells = seeds.map((seed) => {
    const corners = cellOf(seed, seeds, width);
    const colour = enrich(turnHue(colourAt(seed), random.between(-22, 22)), 0.9);
    const lit = random.between(-0.2, 0.16);
    return tag("path", {
      d: `${straightLine(corners)}Z`,
      fill: mix(colour, lit < 0 ? palette.ink : "#ffffff", Math.abs(lit)),
      stroke: lead,
      "stroke-width": 5,
      "stroke-linejoin": "round",
    });
  });
  const glow = radial("pane", [
    [0, "#ffffff", 0.28],
    [0.6, "#ffffff", 0.05],
    [1, "#000000", 0.22],
  ]);
  return (
    rect(-2, -2, width + 4, 1004, lead) +
    cells.join("") +
    glow +
    circle(width / 2, 460, Math.hypot(width, 1000) * 0.58, "url(#pane)")
  );
};

/** Points that keep their distance from each other. */
function scatter({ random, width }: Scene): Point[] {
  const distance = random.between(58, 88);
  const found: Point[] = [];
  for (let tries = 0; tries < 1600; tries += 1) {
    const [x, y] = [random.between(-0.04, 1.04) * width, random.between(-40, 1040)];
    if (found.every((other) => Math.hypot(other[0] - x, other[1] - y) > distance)) found.push([x, y]);
  }
  return found;
}

function hiddenPicture(scene: Scene): (point: Point) => string {
  const { random, palette, width } = scene;
  const [sunX, sunY, size] = [random.between(0.25, 0.75) * width, random.between(240, 430), random.between(110, 170)];
  const lines = [0, 1, 2, 3].map((row) => ridge(scene, 560 + row * 120, 90 - row * 10, 1));
  const sun = mix("#ffe9a6", palette.light, 0.4);
  // Glass is coloured through and through: deep at the top, warm around the sun.
  const skies = [
    palette.layers[2],
    palette.layers[1],
    palette.sky[2],
    mix(palette.sky[2], palette.accent, 0.5),
  ] as const;
  return ([x, y]) => {
    const row = lines.findLastIndex((line) => y > heightAt(line, Math.min(width, Math.max(0, x))));
    const hill = palette.layers[row];
    if (hill) return mix(hill, palette.accent, random.next() > 0.84 ? 0.8 : 0.06);
    const far = Math.hypot(x - sunX, y - sunY);
    if (far < size) return mix(sun, palette.accent, (far / size) ** 3 * 0.4);
    const ray = Math.max(0, 1 - (far - size) / 300);
    return mix(along(skies, y / 620), mix(palette.accent, sun, 0.35), ray * 0.85);
  };
}

/** The cell of a seed: the sheet, cut by the middle line to each neighbour. */
function cellOf(seed: Point, seeds: readonly Point[], width: number): Point[] {
  let corners: Point[] = [
    [-60, -60],
    [width + 60, -60],
    [width + 60, 1060],
    [-60, 1060],
  ];
  for (const other of seeds) {
    const [dx, dy] = [other[0] - seed[0], other[1] - seed[1]];
    if (other === seed || Math.hypot(dx, dy) > 420) continue;
    const [midX, midY] = [(seed[0] + other[0]) / 2, (seed[1] + other[1]) / 2];
    corners = cut(corners, ([x, y]) => (x - midX) * dx + (y - midY) * dy);
  }
  return corners;
}

/** The part of a convex shape where a linear measure is not above 0. */
function cut(corners: readonly Point[], measure: (point: Point) => number): Point[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [measure(corner), measure(next)];
    const kept: Point[] = here <= 0 ? [corner] : [];
    if (here <= 0 === there <= 0) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share] as const];
  });
}
