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
} from "../scene.ts";
import { birds, boat, lighthouse } from "../silhouettes.ts";
import { linear, type Point, rect, shape, softLine } from "../svg.ts";

/** Sea under a wide sky, with the light's path on the water. */
export const seascape: Composition = (scene) => {
  const { random, palette, width } = scene;
  const horizon = random.between(500, 600);
  const sunX = random.between(0.25, 0.75) * width;
  const sunY = horizon - random.between(30, 260);
  const [far, , deep, deepest] = palette.layers;
  return [
    sky(scene),
    isDark(scene) ? stars(scene, 130, palette.light, horizon) : "",
    clouds(scene, 60, horizon - 60, 9),
    lightDisc(scene, sunX, sunY, random.between(46, 84)),
    birds(scene, sunX, sunY),
    islands(scene, horizon),
    linear("water", [
      [0, mix(palette.sky[2], far, 0.5)],
      [0.12, far],
      [0.55, deep],
      [1, deepest],
    ]),
    rect(-2, horizon, width + 4, 1004 - horizon, "url(#water)"),
    glitter(scene, sunX, horizon),
    swell(scene, horizon),
    shore(scene, horizon, sunX),
  ].join("");
};

function islands(scene: Scene, horizon: number): string {
  const { random, width } = scene;
  return [0, 1, 2]
    .slice(0, random.integer(1, 3))
    .map((row) => {
      const [x, wide, tall] = [random.between(-0.1, 0.9) * width, random.between(180, 420), random.between(26, 90)];
      const line = ridge({ ...scene, width: wide }, horizon - tall * 0.5, tall * 0.35, 2.4, 0.5).map(
        ([at, y]): Point => {
          const share = Math.min(1, Math.max(0, at / wide));
          return [x + at, horizon - (horizon - y) * Math.sin(share * Math.PI) ** 0.7];
        },
      );
      return shape(`${softLine(line)}Z`, layerColour(scene, 0.12 + row * 0.13));
    })
    .join("");
}

function glitter({ random, palette }: Scene, sunX: number, horizon: number): string {
  return Array.from({ length: 110 }, () => {
    const depth = random.next() ** 1.5;
    const spread = 30 + depth * 190;
    // Two numbers added: more in the middle of the path than at its sides.
    const x = sunX + (random.between(-1, 1) + random.between(-1, 1)) * 0.6 * spread;
    const long = random.between(14, 44) + depth * random.between(30, 150);
    const thick = 1.4 + depth * 5;
    return rect(x - long / 2, horizon + 3 + depth * (985 - horizon), long, thick, palette.light, {
      rx: thick / 2,
      opacity: random.between(0.16, 0.7) * (1 - depth * 0.35),
    });
  }).join("");
}

function swell(scene: Scene, horizon: number): string {
  const { random, palette } = scene;
  return Array.from({ length: 5 }, (_, index) => {
    const depth = (index + 1) / 5;
    const base = horizon + 60 + (930 - horizon) * depth ** 1.3;
    const line = ridge(scene, base, 5 + depth * 13, 1.2 + (1 - depth) * 1.6, 0.4);
    const colour = mix(layerColour(scene, 0.45 + depth * 0.55), palette.ink, 0.1 + 0.2 * random.next());
    const crest = linear(`swell${index}`, [
      [0, colour, 0.62],
      [0.5, colour, 0.1],
      [1, colour, 0],
    ]);
    return crest + below(scene, line, `url(#swell${index})`);
  }).join("");
}

/** What the prompt puts on the water: a lighthouse on its cliff, boats, or one sail in every third picture. */
function shore(scene: Scene, horizon: number, sunX: number): string {
  const { random, palette, width, mentions } = scene;
  const side = sunX > width / 2 ? -1 : 1;
  const away = sunX + side * random.between(0.2, 0.32) * width;
  if (mentions("lighthouse|cliff|coast|harbou?r")) return lighthouse(scene, side, horizon);
  const wanted = mentions("boat|ship|sail|sailing|yacht|regatta") ? random.integer(1, 3) : random.next() > 0.66 ? 1 : 0;
  return Array.from({ length: wanted }, (_, index) =>
    boat(
      palette,
      away + side * index * random.between(70, 160),
      horizon + 40 + (index === 0 ? 60 : -14),
      index === 0 ? 1.5 : 0.55,
    ),
  ).join("");
}
