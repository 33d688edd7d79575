import { mix } from "../colour.ts";
import type { Composition, Scene } from "../scene.ts";
import { circle, linear, rect, shape, stroke, tag } from "../svg.ts";

/** Rainbows of broad arcs, discs and bars in balance: a poster without words. */
export const arcs: Composition = (scene) => {
  const { random, palette, width } = scene;
  const ground = random.pick([palette.sky[0], palette.light, mix(palette.sky[1], palette.light, 0.5)]);
  const count = Math.max(3, Math.round(random.integer(5, 7) * Math.min(1.6, Math.max(0.7, width / 1000))));
  const places = Array.from({ length: count }, (_, index) => ({
    x: ((index + random.between(0.25, 0.75)) / count) * width,
    y: random.between(220, 860),
    size: random.between(150, 330),
  })).sort((one, other) => other.size - one.size);
  const disc = places[0];
  return [
    linear("wall", [
      [0, ground],
      [1, mix(ground, palette.sky[2], 0.35)],
    ]),
    rect(-2, -2, width + 4, 1004, "url(#wall)"),
    disc ? circle(disc.x, disc.y - disc.size * 0.6, disc.size * 0.95, palette.accent) : "",
    ...places.map(({ x, y, size }) => rainbow(scene, x, y, size)),
    ...places
      .slice(0, 3)
      .map(({ x, y, size }) =>
        trinket(scene, x + random.between(-1.2, 1.2) * size, y - random.between(0.9, 1.6) * size),
      ),
  ].join("");
};

function rainbow({ random, palette }: Scene, x: number, y: number, size: number): string {
  const inks = [
    palette.layers[3],
    palette.layers[2],
    palette.accent,
    palette.layers[1],
    palette.light,
    palette.layers[0],
  ] as const;
  const first = random.integer(0, inks.length - 1);
  const bands = random.integer(3, 5);
  const thick = size / (bands + 0.6);
  const legs = random.pick([0, size * 0.5, size]);
  const drawn = Array.from({ length: bands }, (_, band) => {
    const radius = size - thick * (band + 0.5);
    const colour = inks[(first + band) % inks.length] ?? palette.ink;
    return stroke(`M${-radius} ${legs}V0A${radius} ${radius} 0 0 1 ${radius} 0V${legs}`, colour, thick * 0.9, {
      "stroke-linecap": "butt",
    });
  });
  const turn = random.pick([0, 0, 90, 180, 270]);
  return tag("g", { transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${turn})` }, ...drawn);
}

function trinket({ random, palette }: Scene, x: number, y: number): string {
  const size = random.between(18, 44);
  const colour = random.pick([palette.accent, palette.layers[3], palette.layers[1]]);
  switch (random.integer(0, 3)) {
    case 0:
      return circle(x, y, size, colour);
    case 1:
      return shape(`M${x - size} ${y}A${size} ${size} 0 0 1 ${x + size} ${y}Z`, colour);
    case 2:
      return [0, 1, 2, 3]
        .map((row) => rect(x - size * 1.4, y + row * size * 0.6, size * 2.8, size * 0.24, colour))
        .join("");
    default:
      return Array.from({ length: 16 }, (_, index) =>
        circle(x + (index % 4) * size * 0.7, y + Math.floor(index / 4) * size * 0.7, size * 0.13, colour),
      ).join("");
  }
}
