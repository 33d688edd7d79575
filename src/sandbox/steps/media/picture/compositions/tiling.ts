import { mix } from "../colour.ts";
import type { Composition, Scene } from "../scene.ts";
import { circle, rect, shape, stroke, tag } from "../svg.ts";

type Inks = { ground: string; ink: string; second: string; third: string };

/** Tiles of plain shapes, each turned its own way, in a few inks. */
export const tiling: Composition = (scene) => {
  const { random, palette, width } = scene;
  const rows = random.integer(4, 7);
  const size = 1000 / rows;
  const columns = Math.ceil(width / size) + 1;
  const kinds = [quarter, halves, rings, petal, steps, eye]
    .sort(() => random.next() - 0.5)
    .slice(0, random.integer(2, 4));
  const grounds = [palette.sky[0], palette.light, palette.sky[1], palette.layers[0], palette.layers[3]] as const;
  const inks = [palette.layers[1], palette.layers[2], palette.layers[3], palette.accent, palette.ink] as const;
  const parts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const ground = random.pick(grounds);
      const ink = random.pick(inks);
      const second = random.next() > 0.7 ? palette.accent : mix(ink, palette.light, 0.55);
      const draw = kinds[random.integer(0, kinds.length - 1)] ?? quarter;
      const place = `translate(${Math.round(column * size * 10) / 10} ${Math.round(row * size * 10) / 10}) scale(${Math.round(size * 10) / 1000}) rotate(${random.integer(0, 3) * 90} 50 50)`;
      const colours: Inks = { ground, ink: ink === ground ? palette.ink : ink, second, third: palette.light };
      parts.push(tag("g", { transform: place }, rect(-0.3, -0.3, 100.6, 100.6, ground), draw(colours, scene)));
    }
  }
  return (
    tag("clipPath", { id: "sheet" }, rect(0, 0, width, 1000, "#000")) +
    tag("g", { "clip-path": "url(#sheet)" }, ...parts)
  );
};

function quarter({ ink, second, third }: Inks): string {
  return (
    shape("M0 0H100A100 100 0 0 1 0 100Z", ink) +
    shape("M0 0H66A66 66 0 0 1 0 66Z", second) +
    shape("M0 0H33A33 33 0 0 1 0 33Z", third)
  );
}

function halves({ ink, second }: Inks): string {
  return shape("M0 0H50A50 50 0 0 1 50 100H0Z", ink) + circle(50, 50, 22, second);
}

function rings({ ink }: Inks): string {
  return [18, 40, 62, 84]
    .map((radius) => stroke(`M${radius} 0A${radius} ${radius} 0 0 1 0 ${radius}`, ink, 9, { "stroke-linecap": "butt" }))
    .join("");
}

function petal({ ink, second }: Inks): string {
  return shape("M0 0Q100 0 100 100Q0 100 0 0Z", ink) + shape("M22 22Q78 22 78 78Q22 78 22 22Z", second);
}

function steps({ ink, second }: Inks, { random }: Scene): string {
  const triangle = shape("M0 0L100 100H0Z", ink);
  return triangle + (random.next() > 0.5 ? circle(70, 30, 17, second) : shape("M100 0V46L54 0Z", second));
}

function eye({ ink, second, third }: Inks): string {
  return circle(50, 50, 43, ink) + circle(50, 50, 28, third) + circle(50, 50, 15, second);
}
