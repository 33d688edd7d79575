import { mix } from "../colour.ts";
import { below, type Composition, layerColour, ridge, type Scene, stars, waves } from "../scene.ts";
import { pines } from "../silhouettes.ts";
import { linear, rect, shape } from "../svg.ts";

/** Curtains of light over a dark shore and its water. */
export const aurora: Composition = (scene) => {
  const { random, palette, width } = scene;
  const shore = random.between(740, 800);
  const night = [
    mix(palette.sky[0], "#040818", 0.7),
    mix(palette.sky[1], "#061226", 0.62),
    mix(palette.sky[2], "#0b2136", 0.5),
  ] as const;
  const greens = [
    random.pick(["#4dffb0", "#5ef2d0", "#7dff9a"]),
    random.pick(["#37d6d0", "#58a8ff", "#b46bff"]),
    random.pick(["#c07bff", "#ff7bc4", "#7d8bff"]),
  ];
  const veils = [0, 1, 2]
    .slice(0, random.integer(2, 3))
    .map((index) => curtain(scene, index, greens[index] ?? palette.accent));
  const far = ridge(scene, shore - 20, 80, 1.4, 0.55);
  return [
    linear("night", [
      [0, night[0]],
      [0.5, night[1]],
      [0.82, night[2]],
    ]),
    rect(-2, -2, width + 4, 1004, "url(#night)"),
    stars(scene, 190, "#ffffff", 740),
    ...veils,
    below(scene, far, mix(layerColour(scene, 0.55), "#050d1c", 0.55)),
    linear("fjord", [
      [0, night[2]],
      [1, night[0]],
    ]),
    rect(-2, shore, width + 4, 1004 - shore, "url(#fjord)"),
    linear("shimmer", [
      [0, greens[0] ?? palette.accent, 0.34],
      [1, greens[0] ?? palette.accent, 0],
    ]),
    rect(-2, shore, width + 4, 190, "url(#shimmer)"),
    ...ripples(scene, shore, greens[0] ?? palette.accent),
    rect(-2, shore, width + 4, 2, greens[0] ?? palette.accent, { opacity: 0.25 }),
    pines(scene, ridge(scene, 940, 34, 1.2), "#03080f", 92, 0.6),
    below(scene, ridge(scene, 962, 16, 1.2), "#03080f"),
  ].join("");
};

/** A curtain is a row of rays along a winding line; each fades upwards, and the row brightens and dims. */
function curtain({ random, width }: Scene, index: number, colour: string): string {
  const [path, light] = [waves(random, 0.45), waves(random, 0.7)];
  const base = random.between(430, 610) - index * 70;
  const rays: string[] = [];
  const step = Math.max(9, width / 100);
  for (let x = -30; x < width + 30; x += step) {
    const foot = base + path((x / 1000) * 0.7) * 110;
    const glow = 0.5 + 0.5 * light((x / 1000) * 1.6);
    const tall = 200 + glow * 300;
    const lean = 26 + index * 14;
    rays.push(
      shape(
        `M${x} ${foot}L${x + step * 2.6} ${foot + 3}L${x + step * 2.6 + lean} ${foot - tall}L${x + lean} ${foot - tall}Z`,
        `url(#veil${index})`,
        { opacity: 0.08 + glow * 0.42 },
      ),
    );
  }
  const fade = linear(`veil${index}`, [
    [0, colour, 0],
    [0.5, colour, 0.16],
    [0.86, colour, 0.62],
    [0.97, mix(colour, "#ffffff", 0.35), 0.75],
    [1, colour, 0],
  ]);
  return fade + rays.join("");
}

function ripples({ random, width }: Scene, shore: number, colour: string): string[] {
  return Array.from({ length: 26 }, () => {
    const [long, depth] = [random.between(50, 220), random.next() ** 1.5];
    return rect(random.between(-0.1, 1) * width, shore + 5 + depth * 150, long, 1.4 + depth * 1.6, colour, {
      opacity: random.between(0.08, 0.3),
      rx: 1,
    });
  });
}
