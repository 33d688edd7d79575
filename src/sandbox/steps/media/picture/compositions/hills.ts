import { mix } from "../colour.ts";
import { landmark } from "../landmarks.ts";
import { below, type Composition, clouds, isDark, layerColour, lightDisc, ridge, sky, stars } from "../scene.ts";
import { birds, pines } from "../silhouettes.ts";
import { linear } from "../svg.ts";

/** Hills one behind the other, with mist in the valleys and trees on the nearest. */
export const hills: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [sunX, sunY] = [random.between(0.2, 0.8) * width, random.between(190, 400)];
  const parts = [
    sky(scene),
    isDark(scene) ? stars(scene, 120, palette.light, 520) : clouds(scene, 90, 380, 5),
    lightDisc(scene, sunX, sunY, random.between(36, 70)),
    birds(scene, sunX, sunY),
  ];
  const count = random.integer(6, 8);
  const first = random.between(400, 470);
  const swing = random.between(70, 130);
  const marked = random.integer(2, count - 3);
  for (let index = 0; index < count; index += 1) {
    const nearness = index / (count - 1);
    const colour = layerColour(scene, 0.1 + nearness * 0.9);
    const base = first + (960 - first) * nearness ** 1.15;
    const line = ridge(
      scene,
      base,
      swing * (1 - nearness * 0.55),
      0.7 + (1 - nearness) * 1.1,
      0.36 + (1 - nearness) * 0.12,
    );
    if (index === marked) parts.push(landmark(scene, line, colour));
    const mist = mix(colour, mix(palette.sky[2], palette.light, 0.25), 0.62 * (1 - nearness));
    parts.push(
      linear(`hill${index}`, [
        [0, colour],
        [0.15, colour],
        [0.75, mist],
      ]),
    );
    if (index >= count - 2)
      parts.push(pines(scene, line, colour, 20 + nearness * 34, index === count - 1 ? 0.75 : 0.4));
    parts.push(below(scene, line, `url(#hill${index})`));
  }
  return parts.join("");
};
