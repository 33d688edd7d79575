import { brightness, mix } from "../colour.ts";
import { below, type Composition, isDark, layerColour, ridge, type Scene, sky } from "../scene.ts";
import { circle, ellipse, linear, radial, rect, shape, stroke, tag } from "../svg.ts";

/** A wood in mist with shafts of light; birches when the palette is cold or the seed likes them. */
export const forest: Composition = (scene) => {
  const { random, palette, width, mentions } = scene;
  const isBirch = mentions("birch|snow|snowy|winter|autumn") || random.next() > 0.72;
  const rows = 5;
  const lightX = random.between(0.2, 0.8) * width;
  const glow = mix(palette.light, palette.sky[1], 0.15);
  const parts = [
    sky(scene),
    radial("clearing", [
      [0, glow, isDark(scene) ? 0.5 : 0.95],
      [0.5, glow, 0.3],
      [1, glow, 0],
    ]),
    ellipse(lightX, 430, 420, 520, "url(#clearing)"),
  ];
  for (let row = 0; row < rows; row += 1) {
    const nearness = row / (rows - 1);
    const ground = 700 + nearness * 190;
    const colour = layerColour(scene, 0.16 + nearness * 0.84);
    parts.push(trunks(scene, row, nearness, ground, colour, isBirch && row > 1));
    parts.push(
      linear(`ground${row}`, [
        [0, colour],
        [1, mix(colour, palette.ink, 0.25)],
      ]),
    );
    parts.push(below(scene, ridge(scene, ground, 20, 1.1, 0.45), `url(#ground${row})`));
    if (row === 3) parts.push(shafts(scene, lightX), animal(scene, ground + 30));
    if (row < rows - 1) {
      parts.push(
        linear(`fog${row}`, [
          [0, palette.sky[2], 0],
          [0.7, mix(palette.sky[2], palette.light, 0.3), 0.3],
          [1, palette.sky[2], 0],
        ]),
      );
      parts.push(rect(-2, 250, width + 4, ground - 180, `url(#fog${row})`));
    }
  }
  return parts.join("") + fireflies(scene);
};

function trunks(scene: Scene, row: number, nearness: number, ground: number, colour: string, isBirch: boolean): string {
  const { random, palette, width } = scene;
  const count = Math.max(3, Math.round((width / 1000) * (17 - row * 3)));
  const bark = isBirch ? mix("#f4f1ea", colour, 0.18 + (1 - nearness) * 0.4) : colour;
  return Array.from({ length: count }, (_, index) => {
    const x = ((index + random.between(0.1, 0.9)) / count) * width;
    const wide = (9 + nearness ** 1.5 * 40) * random.between(0.7, 1.3);
    const lean = random.between(-26, 26) * (1 - nearness * 0.4);
    const trunk = shape(
      `M${x - wide * 0.75} ${ground + 22}Q${x - wide * 0.42} ${ground - 90} ${x + lean - wide * 0.32} -10H${x + lean + wide * 0.32}Q${x + wide * 0.42} ${ground - 90} ${x + wide * 0.8} ${ground + 22}Z`,
      bark,
    );
    const shade = isBirch
      ? shape(
          `M${x + wide * 0.12} ${ground}L${x + lean + wide * 0.1}-10H${x + lean + wide * 0.32}Q${x + wide * 0.42} ${ground - 90} ${x + wide * 0.6} ${ground + 10}Z`,
          palette.ink,
          { opacity: 0.16 },
        )
      : "";
    return (
      trunk + shade + (isBirch ? marks(scene, x, wide, lean, ground) : branches(scene, x, wide, lean, ground, colour))
    );
  }).join("");
}

function branches({ random }: Scene, x: number, wide: number, lean: number, ground: number, colour: string): string {
  return Array.from({ length: random.integer(3, 6) }, () => {
    const y = random.between(20, 500);
    const from = x + lean * (1 - y / ground);
    const long = random.between(40, 110) * (random.next() > 0.5 ? 1 : -1) * (0.5 + wide / 40);
    return stroke(
      `M${from} ${y}Q${from + long * 0.5} ${y - 10} ${from + long} ${y - random.between(24, 70)}`,
      colour,
      Math.max(1.2, wide * 0.13),
    );
  }).join("");
}

function marks({ random, palette }: Scene, x: number, wide: number, lean: number, ground: number): string {
  const outlines = Array.from({ length: random.integer(7, 12) }, () => {
    const y = random.between(10, ground - 40);
    const from = x + lean * (1 - y / ground) + random.pick([-1, 1]) * wide * random.between(0.06, 0.34);
    const long = wide * random.between(0.2, 0.5);
    return `M${from - long / 2} ${y}q${long / 2}-4 ${long} 0q${-long / 2} 5 ${-long} 0Z`;
  });
  return shape(outlines.join(""), palette.ink, { opacity: 0.75 });
}

function shafts(scene: Scene, lightX: number): string {
  const { random, palette } = scene;
  if (isDark(scene)) return "";
  const fill = linear("shaft", [
    [0, palette.light, 0.34],
    [1, palette.light, 0],
  ]);
  const beams = Array.from({ length: 5 }, () => {
    const [x, slant, wide] = [lightX + random.between(-220, 220), random.between(-260, -120), random.between(26, 80)];
    return shape(`M${x} -10H${x + wide}L${x + wide * 1.9 + slant} 880H${x + slant}Z`, "url(#shaft)", {
      opacity: random.between(0.3, 0.8),
    });
  });
  return fill + beams.join("");
}

/** A fox, deer or cat that sits and listens, when the prompt speaks of an animal. */
function animal({ random, palette, width, mentions }: Scene, ground: number): string {
  if (!mentions("fox|panda|wolf|cat|dog|puppy|deer|bear|animal|retriever")) return "";
  const coat = mentions("wolf|cat|bear")
    ? mix(palette.ink, palette.layers[2], 0.25)
    : mix("#d9692c", palette.accent, 0.2);
  const chest = mix("#fff4e2", coat, 0.1);
  const flip = random.pick([-1, 1]);
  return tag(
    "g",
    {
      transform: `translate(${Math.round(random.between(0.35, 0.65) * width)} ${Math.round(ground)}) scale(${flip * 1.25} 1.25)`,
    },
    ellipse(6, 4, 84, 10, palette.ink, { opacity: 0.35 }),
    shape("M44-8C104-2 118-52 92-92C112-40 84-28 40-34Z", coat),
    shape("M92-92C106-66 106-48 98-36C92-52 90-72 92-92Z", chest),
    shape("M-30 4C-40-50-26-96 2-108C44-98 62-40 50 4Z", coat),
    shape("M-26 4C-34-44-24-84-4-96C12-70 6-20-4 4Z", chest),
    shape("M-46-124L-40-166L-16-146H12L36-166L42-124C36-98 12-86-2-82C-16-86-40-98-46-124Z", coat),
    shape("M-40-118C-28-112-14-100-2-82C10-100 24-112 36-118C30-98 12-86-2-82C-16-86-34-98-40-118Z", chest),
    circle(-20, -122, 4, palette.ink),
    circle(17, -122, 4, palette.ink),
    ellipse(-2, -86, 6, 4.5, palette.ink),
  );
}

function fireflies({ random, palette, width }: Scene): string {
  const spark = brightness(palette.sky[0]) > 0.6 ? palette.accent : mix(palette.accent, palette.light, 0.4);
  return Array.from({ length: 34 }, () =>
    circle(random.between(0, width), random.between(330, 960), random.between(1.4, 4.4), spark, {
      opacity: random.between(0.25, 0.9),
    }),
  ).join("");
}
