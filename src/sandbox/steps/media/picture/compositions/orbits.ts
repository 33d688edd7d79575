import { brightness, mix, turnHue } from "../colour.ts";
import { type Composition, type Scene, stars } from "../scene.ts";
import { circle, ellipse, linear, radial, rect, stroke, tag } from "../svg.ts";

/** Planets on their ways around a sun, and one of them near. */
export const orbits: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [x, y] = [random.between(0.36, 0.64) * width, random.between(380, 560)];
  const deep = [
    mix(palette.ink, "#04050d", 0.4),
    mix(palette.layers[3], "#070a1c", 0.35),
    mix(palette.layers[2], "#0d1030", 0.4),
  ] as const;
  return [
    linear(
      "deep",
      [
        [0, deep[0]],
        [0.55, deep[1]],
        [1, deep[2]],
      ],
      { x1: 0, y1: 0, x2: 0.7, y2: 1 },
    ),
    rect(-2, -2, width + 4, 1004, "url(#deep)"),
    nebula(scene),
    stars(scene, 260, "#ffffff", 1000),
    system(scene, x, y),
    nearPlanet(
      scene,
      x < width / 2 ? width * random.between(0.76, 0.96) : width * random.between(0.04, 0.24),
      random.between(780, 900),
    ),
  ].join("");
};

function nebula({ random, palette, width }: Scene): string {
  const colours = [palette.accent, turnHue(palette.accent, 60), palette.sky[2]];
  const turn = random.between(-40, 40);
  const clouds = Array.from({ length: 9 }, (_, index) => {
    const along = random.between(-0.6, 0.6) * width;
    return ellipse(
      along,
      random.between(-120, 120),
      random.between(140, 400),
      random.between(70, 190),
      `url(#cloud${index % 3})`,
      { opacity: random.between(0.4, 1) },
    );
  });
  const fills = colours.map((colour, index) =>
    radial(`cloud${index}`, [
      [0, colour, 0.36],
      [0.5, colour, 0.12],
      [1, colour, 0],
    ]),
  );
  return (
    fills.join("") +
    tag("g", { transform: `translate(${Math.round(width / 2)} 500) rotate(${Math.round(turn)})` }, ...clouds)
  );
}

function system({ random, palette, width }: Scene, x: number, y: number): string {
  const reach = Math.min(width, 1000);
  const flatness = random.between(0.26, 0.42);
  const sun = reach * random.between(0.045, 0.075);
  const glow = radial("sun", [
    [0, palette.light, 1],
    [0.16, palette.light, 0.85],
    [0.3, palette.accent, 0.35],
    [1, palette.accent, 0],
  ]);
  const ways: string[] = [];
  const planets: string[] = [];
  let radius = sun * 2.6;
  for (let index = 0; radius < reach * 0.72; index += 1) {
    const angle = random.between(0, 2 * Math.PI);
    const size = reach * random.between(0.008, 0.026) * (1 + index * 0.12);
    ways.push(
      tag("ellipse", {
        rx: radius,
        ry: radius * flatness,
        fill: "none",
        stroke: palette.light,
        "stroke-width": 1.3,
        opacity: 0.36 - index * 0.03,
      }),
    );
    planets.push(
      planet(
        `p${index}`,
        Math.cos(angle) * radius,
        Math.sin(angle) * radius * flatness,
        size,
        random.pick([palette.accent, palette.sky[2], palette.layers[0], turnHue(palette.accent, 140)]),
        -Math.cos(angle),
      ),
    );
    radius *= random.between(1.28, 1.5);
  }
  const place = `translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(random.between(-28, 28))})`;
  return (
    glow +
    tag(
      "g",
      { transform: place },
      ...ways,
      circle(0, 0, sun * 5, "url(#sun)"),
      circle(0, 0, sun, palette.light),
      ...planets,
    )
  );
}

/** A ball that is lit from one side. */
function planet(id: string, x: number, y: number, size: number, colour: string, sunSide: number): string {
  const place = { cx: 0.5 + sunSide * 0.28, cy: 0.38, r: 0.75 };
  const base = brightness(colour) < 0.25 ? mix(colour, "#ffffff", 0.4) : colour;
  return (
    radial(
      id,
      [
        [0, mix(base, "#ffffff", 0.45)],
        [0.45, base],
        [1, mix(base, "#05060f", 0.82)],
      ],
      place,
    ) + circle(x, y, size, `url(#${id})`)
  );
}

function nearPlanet(scene: Scene, x: number, y: number): string {
  const { random, palette } = scene;
  const size = random.between(150, 230);
  const colour = random.pick([palette.sky[2], palette.layers[0], palette.accent]);
  const bands = Array.from({ length: 7 }, (_, index) =>
    ellipse(
      0,
      -size + index * size * 0.33 + random.between(-8, 8),
      size * 1.3,
      size * random.between(0.03, 0.1),
      random.pick([palette.light, palette.ink, palette.accent]),
      { opacity: random.between(0.08, 0.26) },
    ),
  );
  const ring = random.next() > 0.35;
  const half = (sweep: 0 | 1, wide: number, thick: number, opacity: number) =>
    stroke(
      `M${-size * wide} 0A${size * wide} ${size * wide * 0.24} 0 0 ${sweep} ${size * wide} 0`,
      palette.light,
      thick,
      { opacity, "stroke-linecap": "butt" },
    );
  const rings = (sweep: 0 | 1) =>
    ring ? half(sweep, 1.75, 16, 0.5) + half(sweep, 1.5, 9, 0.32) + half(sweep, 1.98, 5, 0.3) : "";
  const lean = Math.round(random.between(-24, 24));
  return tag(
    "g",
    { transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${lean})` },
    tag("clipPath", { id: "ball" }, circle(0, 0, size, "#000")),
    rings(1),
    planet("near", 0, 0, size, colour, x > scene.width / 2 ? -1 : 1),
    tag("g", { "clip-path": "url(#ball)" }, ...bands),
    rings(0),
  );
}
