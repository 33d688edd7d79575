import { mix } from "../colour.ts";
import { landmark } from "../landmarks.ts";
import {
  below,
  type Composition,
  heightAt,
  isDark,
  layerColour,
  lightDisc,
  ridge,
  type Scene,
  sky,
  stars,
} from "../scene.ts";
import { birds } from "../silhouettes.ts";
import { linear, type Point, shape, softLine } from "../svg.ts";

/** Long dunes, each with a lit side, a shaded one, and a winding edge between them. */
export const dunes: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [sunX, sunY] = [random.between(0.2, 0.8) * width, random.between(200, 380)];
  const parts = [
    sky(scene),
    isDark(scene) ? stars(scene, 160, palette.light, 520) : "",
    lightDisc(scene, sunX, sunY, random.between(50, 92)),
    birds(scene, sunX, sunY),
  ];
  const count = random.integer(5, 6);
  const sunIsLeft = sunX < width / 2;
  for (let index = 0; index < count; index += 1) {
    const nearness = index / (count - 1);
    const base = 520 + nearness ** 1.2 * 330;
    const line = ridge(scene, base, 34 + nearness * 62, 0.62 - nearness * 0.12, 0.26);
    const colour = layerColour(scene, 0.12 + nearness * 0.62);
    const lit = mix(colour, palette.light, 0.34 * (1 - nearness * 0.5));
    parts.push(
      linear(`dune${index}`, [
        [0, lit],
        [0.55, colour],
        [1, mix(colour, palette.ink, 0.12)],
      ]),
    );
    if (index === 2) parts.push(landmark(scene, line, mix(colour, palette.ink, 0.55)));
    parts.push(below(scene, line, `url(#dune${index})`), shades(scene, line, index, sunIsLeft));
  }
  return parts.join("");
};

/** The side of a dune that lies in its own shadow, for one or two tops of its line. */
function shades(scene: Scene, line: readonly Point[], index: number, sunIsLeft: boolean): string {
  const { random, palette, width } = scene;
  const tops = line.filter(([x, y], at) => {
    const [before, after] = [line[at - 1], line[at + 1]];
    return before && after && y <= before[1] && y < after[1] && x > 0 && x < width;
  });
  const id = `shade${index}`;
  const shadow = mix(layerColour(scene, 0.75), palette.ink, 0.3);
  const away = sunIsLeft ? 1 : -1;
  const fill = linear(
    id,
    [
      [0, shadow, 0.78],
      [0.5, shadow, 0.42],
      [1, shadow, 0],
    ],
    sunIsLeft ? { x1: 0, y1: 0, x2: 1, y2: 0 } : { x1: 1, y1: 0, x2: 0, y2: 0 },
  );
  const drawn = tops.slice(0, 3).map(([x, y]) => {
    const deep = random.between(200, 330);
    const far = x + away * random.between(380, 640);
    const crest = Array.from({ length: 9 }, (_, step): Point => {
      const at = x + ((far - x) * step) / 8;
      return [at, heightAt(line, Math.min(width, Math.max(0, at)))];
    });
    // The edge winds towards the viewer and back to the sun's side, as the crest of a real dune does.
    const [swing, foot] = [away * random.between(50, 110), x - away * random.between(150, 300)];
    const back = `C${far - away * 160} ${y + deep * 0.4} ${x + away * 120} ${y + deep * 0.85} ${foot} ${y + deep}`;
    const spine = `C${foot + swing * 2.4} ${y + deep * 0.8} ${x - swing * 2} ${y + deep * 0.42} ${x} ${y}Z`;
    return shape(softLine(crest) + back + spine, `url(#${id})`);
  });
  return fill + drawn.join("");
}
