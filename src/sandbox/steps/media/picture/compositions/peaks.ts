import { mix } from "../colour.ts";
import {
  below,
  type Composition,
  clouds,
  isDark,
  layerColour,
  lightDisc,
  ridge,
  type Scene,
  sky,
  stars,
  waves,
} from "../scene.ts";
import { birds, pines } from "../silhouettes.ts";
import { linear, type Point, rect, shape, straightLine, tag } from "../svg.ts";

/** Pointed mountains with a lit and a shaded side, snow, and a lake that shows them again. */
export const peaks: Composition = (scene) => {
  const { random, palette, width } = scene;
  const shore = random.between(720, 800);
  const sunX = random.between(0.12, 0.88) * width;
  const sunY = random.between(150, 300);
  const range = [
    mountains(scene, shore, 0, sunX),
    haze(scene, shore, 0),
    mountains(scene, shore, 1, sunX),
    haze(scene, shore, 1),
  ].join("");
  const bank = pines(scene, ridge(scene, shore + 3, 4, 1), layerColour(scene, 0.8), 30, 0.8);
  const land = tag("g", { id: "land" }, range, bank);
  const water = linear("lake", [
    [0, mix(palette.sky[2], palette.layers[2], 0.25), 0.55],
    [1, palette.layers[3], 0.92],
  ]);
  return [
    sky(scene),
    isDark(scene) ? stars(scene, 150, palette.light, 560) : clouds(scene, 80, 330, 5),
    lightDisc(scene, sunX, sunY, random.between(30, 52)),
    birds(scene, sunX, sunY),
    land,
    rect(-2, shore, width + 4, 1004 - shore, palette.sky[2]),
    `<g transform="translate(0 ${Math.round(shore * 2)}) scale(1 -1)"><use href="#land"/></g>`,
    water,
    rect(-2, shore, width + 4, 1004 - shore, "url(#lake)"),
    ripples(scene, shore),
    below(scene, ridge(scene, 985, 14, 1.2), palette.ink),
    pines(scene, ridge(scene, 988, 14, 1.2), palette.ink, 74, 0.32),
  ].join("");
};

function mountains(scene: Scene, shore: number, row: number, sunX: number): string {
  const { random, palette, width } = scene;
  const count = Math.max(2, Math.round((width / 1000) * (4 - row)));
  const places = Array.from({ length: count + 1 }, (_, index) => (index + random.between(-0.3, 0.3)) * (width / count));
  const colour = layerColour(scene, 0.3 + row * 0.27);
  const shade = mix(colour, palette.ink, 0.34);
  const snow = mix(palette.light, colour, 0.1 + row * 0.08);
  return places
    .map((x, index) => {
      const tall = (index % 2 === 0 ? random.between(330, 500) : random.between(230, 360)) * (row === 0 ? 1.1 : 0.66);
      return mountain(scene, x, shore, tall, { lit: colour, shade, snow, litLeft: sunX < x });
    })
    .join("");
}

type Sides = { lit: string; shade: string; snow: string; litLeft: boolean };

function mountain(
  { random }: Scene,
  x: number,
  base: number,
  tall: number,
  { lit, shade, snow, litLeft }: Sides,
): string {
  const half = tall * random.between(0.85, 1.15);
  const [left, right, spine] = [waves(random, 0.62), waves(random, 0.62), waves(random, 0.6)];
  const steps = 16;
  const slope = (side: -1 | 1, noise: (place: number) => number): Point[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const down = step / steps;
      const rough = noise(down) * 20 * Math.sin(down * Math.PI);
      return [x + side * (half * down ** 1.12 + rough), base - tall * (1 - down)] as const;
    });
  const spineLine: Point[] = Array.from({ length: steps + 1 }, (_, step) => {
    const down = step / steps;
    return [x + spine(down * 1.5) * 70 * down ** 0.7 + down * half * 0.12, base - tall * (1 - down)] as const;
  });
  const [leftLine, rightLine] = [slope(-1, left), slope(1, right)];
  const face = (line: readonly Point[]) => `${straightLine([...line, ...[...spineLine].reverse()])}Z`;
  const cap = (line: readonly Point[], depth: number) => {
    const reach = Math.max(2, Math.round(steps * depth));
    const [outer, inner] = [line.slice(0, reach + 1), spineLine.slice(0, reach + 1)];
    const [[fromX, fromY], [toX, toY]] = [outer[reach] ?? [x, base], inner[reach] ?? [x, base]];
    const teeth = [0.2, 0.4, 0.6, 0.8].map(
      (share, index): Point => [
        fromX + (toX - fromX) * share,
        fromY + (toY - fromY) * share + (index % 2 === 0 ? -1 : 1) * tall * random.between(0.02, 0.06),
      ],
    );
    return `${straightLine([...outer, ...teeth, ...[...inner].reverse()])}Z`;
  };
  const depth = random.between(0.26, 0.4);
  return [
    shape(face(leftLine), litLeft ? lit : shade),
    shape(face(rightLine), litLeft ? shade : lit),
    shape(cap(leftLine, depth), litLeft ? snow : mix(snow, shade, 0.42)),
    shape(cap(rightLine, depth), litLeft ? mix(snow, shade, 0.42) : snow),
  ].join("");
}

function haze({ palette, width }: Scene, shore: number, row: number): string {
  const colour = mix(palette.sky[2], palette.light, 0.3);
  return (
    linear(`haze${row}`, [
      [0, colour, 0],
      [1, colour, row === 0 ? 0.7 : 0.4],
    ]) + rect(-2, shore - 240 + row * 60, width + 4, 241 - row * 60, `url(#haze${row})`)
  );
}

function ripples({ random, palette, width }: Scene, shore: number): string {
  return Array.from({ length: 34 }, () => {
    const depth = random.next() ** 1.4;
    const long = random.between(40, 130) + depth * 180;
    return rect(
      random.between(-0.05, 1) * width,
      shore + 5 + depth * (960 - shore),
      long,
      1 + depth * 2.4,
      palette.light,
      { opacity: random.between(0.05, 0.24), rx: 1 },
    );
  }).join("");
}
