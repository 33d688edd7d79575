import { brightness, mix, turnHue } from "../colour.ts";
import { type Composition, type Scene, sky } from "../scene.ts";
import { circle, ellipse, radial, shape, stroke, tag } from "../svg.ts";

/** Large flowers on bending stems, soft ones behind and clear ones before. */
export const blossoms: Composition = (scene) => {
  const { random, palette, width } = scene;
  const haze = Array.from({ length: 9 }, (_, index) =>
    circle(random.between(0, width), random.between(80, 1000), random.between(60, 170), `url(#blur${index % 2})`),
  );
  const count = Math.max(3, Math.round(random.integer(5, 7) * Math.min(1.5, Math.max(0.6, width / 1000))));
  const order = Array.from({ length: count }, (_, index) => ({ index, depth: random.next() })).sort(
    (one, other) => one.depth - other.depth,
  );
  const drawn = order.map(({ index, depth }) => {
    const x = ((index + random.between(0.2, 0.8)) / count) * width;
    const [y, size] = [random.between(190, 600) + depth * 130, 90 + depth * 130 + random.between(-15, 15)];
    return stem(scene, x, y, depth) + flower(scene, x, y, size, depth);
  });
  return [
    sky(scene),
    radial("blur0", [
      [0, palette.light, 0.5],
      [1, palette.light, 0],
    ]),
    radial("blur1", [
      [0, palette.accent, 0.26],
      [1, palette.accent, 0],
    ]),
    ...haze,
    ...drawn,
    petals(scene),
  ].join("");
};

function leafColour({ palette }: Scene, depth: number): string {
  const green = mix("#4f8a5a", palette.layers[2], 0.45);
  return mix(mix(green, palette.layers[3], 0.35), palette.sky[1], 0.5 * (1 - depth));
}

function stem(scene: Scene, x: number, y: number, depth: number): string {
  const { random } = scene;
  const colour = leafColour(scene, depth);
  const [bend, foot] = [x + random.between(-90, 90), x + random.between(-120, 120)];
  const leaves = [0.3, 0.55, 0.78].map((share, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const long = random.between(80, 150) * (0.6 + depth * 0.6);
    const [atX, atY] = [
      x * (1 - share) ** 2 + 2 * bend * share * (1 - share) + foot * share ** 2,
      y + (1010 - y) * share,
    ];
    const turn = side * random.between(28, 62);
    return shape(
      `M0 0C${long * 0.28} ${-long * 0.3} ${long * 0.24} ${-long * 0.8} 0 ${-long}C${-long * 0.24} ${-long * 0.8} ${-long * 0.28} ${-long * 0.3} 0 0Z`,
      colour,
      { transform: `translate(${Math.round(atX)} ${Math.round(atY)}) rotate(${Math.round(turn)})` },
    );
  });
  return stroke(`M${x} ${y}Q${bend} ${(y + 1000) / 2} ${foot} 1010`, colour, 4 + depth * 6) + leaves.join("");
}

function flower(scene: Scene, x: number, y: number, size: number, depth: number): string {
  const { random, palette } = scene;
  const base = random.pick([
    palette.accent,
    palette.light,
    palette.layers[0],
    mix(palette.accent, palette.light, 0.45),
    turnHue(palette.accent, random.between(-40, 40)),
  ]);
  const isFaint = brightness(base) > 0.8 && brightness(palette.sky[1]) > 0.75;
  const petal = mix(isFaint ? mix(base, palette.layers[0], 0.25) : base, palette.sky[1], 0.45 * (1 - depth));
  const heart = mix("#f4b93c", palette.accent, 0.3);
  const [ringCount, around] = [random.integer(2, 4), random.integer(5, 11)];
  const tilt = random.between(0.72, 1);
  const rings = Array.from({ length: ringCount }, (_, ring) => {
    const long = size * (1 - ring * 0.24);
    const colour = mix(
      mix(petal, palette.layers[2], 0.24),
      mix(petal, "#ffffff", 0.4),
      ringCount === 1 ? 0.5 : ring / (ringCount - 1),
    );
    const wide = Math.min(0.46, 2.3 / around) * long;
    return Array.from({ length: around }, (_, index) => {
      const turn = (360 / around) * (index + ring * 0.5) + random.between(-4, 4);
      return shape(
        `M0 0C${wide} ${-long * 0.24} ${wide} ${-long * 0.92} 0 ${-long}C${-wide} ${-long * 0.92} ${-wide} ${-long * 0.24} 0 0Z`,
        colour,
        {
          transform: `rotate(${Math.round(turn)})`,
          stroke: mix(colour, palette.layers[3], 0.3),
          "stroke-width": 1.6,
          "stroke-opacity": 0.6,
        },
      );
    }).join("");
  });
  const stamens = Array.from({ length: 13 }, () => {
    const [turn, far] = [random.between(0, 2 * Math.PI), size * random.between(0.09, 0.2)];
    return circle(Math.cos(turn) * far, Math.sin(turn) * far, size * 0.022, mix(heart, "#5b2b12", 0.35));
  });
  return tag(
    "g",
    {
      transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(random.between(-20, 20))}) scale(1 ${Math.round(tilt * 100) / 100})`,
    },
    ...rings,
    circle(0, 0, size * 0.15, heart),
    ...stamens,
  );
}

function petals({ random, palette, width }: Scene): string {
  return Array.from({ length: 16 }, () =>
    ellipse(
      0,
      0,
      random.between(5, 13),
      random.between(3, 7),
      mix(palette.accent, palette.light, random.between(0.2, 0.8)),
      {
        opacity: random.between(0.4, 0.9),
        transform: `translate(${Math.round(random.between(0, width))} ${Math.round(random.between(30, 980))}) rotate(${random.integer(0, 180)})`,
      },
    ),
  ).join("");
}
