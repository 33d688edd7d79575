import { mix } from "../colour.ts";
import { type Composition, type Scene, sky } from "../scene.ts";
import { circle, ellipse, linear, radial, rect, shape, stroke, tag } from "../svg.ts";

/** A vessel: its outline around its foot at 0, 0, and how wide and tall it is. */
type Vessel = { outline: string; mouth?: [y: number, half: number]; half: number; tall: number };

/** Vessels and fruit on a table, lit from one side, before a disc or an arch. */
export const stillLife: Composition = (scene) => {
  const { random, palette, width } = scene;
  const table = random.between(660, 720);
  const middle = width / 2;
  const reach = Math.min(width * 0.42, 430);
  const vessels = [vase, bottle, jug, bowl, cup].sort(() => random.next() - 0.5).slice(0, 3);
  const places = [-0.58, 0.5, 0].map((share) => middle + share * reach + random.between(-20, 20));
  const inks = [
    palette.layers[2],
    palette.accent,
    mix(palette.light, palette.sky[1], 0.25),
    palette.layers[3],
    palette.layers[1],
  ] as const;
  const first = random.integer(0, inks.length - 1);
  const scale = Math.min(1, width / 900);
  const things = vessels.map((make, index) => {
    const ink = inks[(first + index * 2) % inks.length] ?? palette.accent;
    return standing(scene, make(scene), index, places[index] ?? middle, table + 50 + index * 38, ink, scale);
  });
  return [
    sky(scene),
    backdrop(scene, middle, table),
    linear("table", [
      [0, mix(palette.layers[1], palette.light, 0.12)],
      [0.1, palette.layers[1]],
      [1, mix(palette.layers[2], palette.ink, 0.15)],
    ]),
    rect(-2, table, width + 4, 1004 - table, "url(#table)"),
    ...things,
    fruit(scene, middle, table + 190, reach),
  ].join("");
};

function backdrop({ random, palette }: Scene, x: number, table: number): string {
  const size = random.between(260, 330);
  const colour = mix(palette.sky[2], palette.accent, random.between(0.1, 0.5));
  const glow = linear("disc", [
    [0, mix(colour, palette.light, 0.4)],
    [1, colour],
  ]);
  if (random.next() > 0.5) return glow + circle(x + random.between(-60, 60), table - size * 0.72, size, "url(#disc)");
  return (
    glow +
    shape(
      `M${x - size * 0.8} ${table}V${table - size}A${size * 0.8} ${size * 0.8} 0 0 1 ${x + size * 0.8} ${table - size}V${table}Z`,
      "url(#disc)",
    )
  );
}

/** A vessel with its shadow on the table, shaded round, with a mouth and, in a vase, a branch. */
function standing(
  scene: Scene,
  vessel: Vessel,
  index: number,
  x: number,
  y: number,
  ink: string,
  scale: number,
): string {
  const { palette, random } = scene;
  const { outline, mouth, half, tall } = vessel;
  const body = linear(
    `body${index}`,
    [
      [0, mix(ink, palette.light, 0.3)],
      [0.32, mix(ink, palette.light, 0.12)],
      [0.62, ink],
      [1, mix(ink, palette.ink, 0.5)],
    ],
    { x1: 0, y1: 0, x2: 1, y2: 0 },
  );
  const shadow = radial(`cast${index}`, [
    [0, palette.ink, 0.5],
    [1, palette.ink, 0],
  ]);
  const hasBranch = mouth !== undefined && mouth[1] < 46 && random.next() > 0.3;
  return tag(
    "g",
    { transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${Math.round(scale * 100) / 100})` },
    body,
    shadow,
    ellipse(half * 0.5, 2, half * 1.7, 22, `url(#cast${index})`),
    hasBranch ? branch(scene, mouth[0]) : "",
    shape(outline, `url(#body${index})`),
    mouth ? ellipse(0, mouth[0], mouth[1], mouth[1] * 0.2, mix(ink, palette.ink, 0.55)) : "",
    stroke(
      `M${-half * 0.5} ${-tall * 0.22}Q${-half * 0.66} ${-tall * 0.42} ${-half * 0.42} ${-tall * 0.6}`,
      "#ffffff",
      half * 0.07,
      { opacity: 0.4 },
    ),
  );
}

function vase({ random }: Scene): Vessel {
  const [half, tall] = [random.between(84, 110), random.between(250, 320)];
  return {
    half,
    tall,
    mouth: [-tall, 40],
    outline: `M-50 0C${-half * 1.5} ${-tall * 0.3} ${-half * 1.2} ${-tall * 0.68} -34 ${-tall * 0.8}Q-26 ${-tall * 0.9} -40 ${-tall}H40Q26 ${-tall * 0.9} 34 ${-tall * 0.8}C${half * 1.2} ${-tall * 0.68} ${half * 1.5} ${-tall * 0.3} 50 0Q0 14-50 0Z`,
  };
}

function bottle({ random }: Scene): Vessel {
  const [half, tall] = [random.between(56, 70), random.between(330, 410)];
  return {
    half,
    tall,
    mouth: [-tall, 20],
    outline: `M${-half} 0V${-tall * 0.5}C${-half} ${-tall * 0.68} -20 ${-tall * 0.66} -19 ${-tall * 0.8}V${-tall}H19V${-tall * 0.8}C20 ${-tall * 0.66} ${half} ${-tall * 0.68} ${half} ${-tall * 0.5}V0Q0 14 ${-half} 0Z`,
  };
}

function jug({ random }: Scene): Vessel {
  const [half, tall] = [random.between(78, 96), random.between(190, 240)];
  return {
    half,
    tall,
    mouth: [-tall, half * 0.66],
    outline: `M${-half * 0.8} 0C${-half * 1.3} ${-tall * 0.4} ${-half * 0.9} ${-tall * 0.8} ${-half * 0.66} ${-tall}H${half * 0.66}C${half * 0.9} ${-tall * 0.8} ${half * 1.3} ${-tall * 0.4} ${half * 0.8} 0Q0 14 ${-half * 0.8} 0Z`,
  };
}

function bowl({ random }: Scene): Vessel {
  const half = random.between(120, 150);
  return {
    half,
    tall: half * 0.8,
    mouth: [-half * 0.8, half],
    outline: `M${-half * 0.4} 0C${-half * 0.9} ${-half * 0.12} ${-half} ${-half * 0.5} ${-half} ${-half * 0.8}H${half}C${half} ${-half * 0.5} ${half * 0.9} ${-half * 0.12} ${half * 0.4} 0Q0 12 ${-half * 0.4} 0Z`,
  };
}

function cup({ random }: Scene): Vessel {
  const [half, tall] = [random.between(64, 78), random.between(120, 150)];
  return {
    half,
    tall,
    mouth: [-tall, half],
    outline: `M${-half * 0.74} 0L${-half} ${-tall}H${half}L${half * 0.74} 0Q0 14 ${-half * 0.74} 0Z`,
  };
}

function branch({ random, palette }: Scene, top: number): string {
  const wood = mix(palette.layers[3], palette.ink, 0.4);
  return [-1, 0, 1]
    .map((side) => {
      const [endX, endY] = [side * random.between(60, 130) + random.between(-20, 20), top - random.between(150, 250)];
      const leaves = [0.35, 0.5, 0.65, 0.8, 0.95].map((share, index) => {
        const [x, y] = [endX * share ** 1.4, top + (endY - top) * share];
        return ellipse(0, 0, 26, 10, mix(palette.layers[1], palette.accent, random.between(0, 0.6)), {
          transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${index % 2 === 0 ? -38 : 34}) translate(${index % 2 === 0 ? 22 : -22} 0)`,
        });
      });
      return stroke(`M0 ${top + 10}Q${endX * 0.2} ${(top + endY) / 2} ${endX} ${endY}`, wood, 4) + leaves.join("");
    })
    .join("");
}

function fruit({ random, palette }: Scene, middle: number, y: number, reach: number): string {
  const round = radial(
    "round",
    [
      [0, mix(palette.accent, "#ffffff", 0.5)],
      [0.5, palette.accent],
      [1, mix(palette.accent, palette.ink, 0.55)],
    ],
    { cx: 0.36, cy: 0.32, r: 0.75 },
  );
  const spot = radial("spot", [
    [0, palette.ink, 0.5],
    [1, palette.ink, 0],
  ]);
  const count = random.integer(2, 4);
  const start = middle + random.between(-0.7, 0.1) * reach;
  const balls = Array.from({ length: count }, (_, index) => {
    const [x, size, down] = [start + index * random.between(74, 98), random.between(34, 46), random.between(-14, 24)];
    return (
      ellipse(x + 16, y + down + 4, size * 1.3, 13, "url(#spot)") +
      circle(x, y + down - size + 6, size, "url(#round)") +
      stroke(`M${x} ${y + down - size * 1.86}q3-10 11-14`, palette.ink, 3)
    );
  });
  return round + spot + balls.join("");
}
