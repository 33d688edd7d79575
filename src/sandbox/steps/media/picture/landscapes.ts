import { below, type Composition, gradient, lightDisc, n, ridge, sky, stars } from "./scene.ts";

/** Hills one behind the other, with mist between them. */
export const hills: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [farColour] = palette.layers;
  const parts = [
    sky(scene),
    lightDisc(random.between(0.2, 0.8) * width, random.between(180, 420), random.between(38, 80), palette.light),
  ];
  const count = random.integer(4, 6);
  for (let index = 0; index < count; index += 1) {
    const nearness = index / (count - 1);
    const colour = palette.layers[Math.min(3, Math.floor(nearness * 3.99))] ?? farColour;
    const points = ridge(scene, 470 + nearness * 400, 130 - nearness * 40, random.between(1.2, 3) + (1 - nearness));
    parts.push(`<defs>${gradient(`hill${index}`, [colour, palette.sky[2]], [1, nearness < 1 ? 0.55 : 1])}</defs>`);
    parts.push(
      below(scene, points, colour),
      nearness < 1 ? below(scene, points, `url(#hill${index})`, 'opacity="0.55"') : "",
    );
  }
  return parts.join("");
};

/** Pointed mountains with lit and shaded sides, and snow. */
export const peaks: Composition = (scene) => {
  const { random, palette, width } = scene;
  const parts = [sky(scene), stars(scene, palette.sky[0] < "#444444" ? 90 : 0, palette.light)];
  parts.push(
    lightDisc(random.between(0.15, 0.85) * width, random.between(140, 300), random.between(30, 60), palette.light),
  );
  for (let row = 0; row < 3; row += 1) {
    const base = 760 + row * 110;
    const count = Math.ceil((width / 1000) * (5 - row));
    for (let index = 0; index <= count; index += 1) {
      const x = (index + random.between(-0.3, 0.3)) * (width / count);
      const tall = random.between(240, 460) * (1 - row * 0.22);
      const half = tall * random.between(0.75, 1.05);
      const lean = random.between(-0.12, 0.12) * half;
      const top = base - tall;
      const [lit, shade] = [palette.layers[row] ?? palette.ink, palette.layers[row + 1] ?? palette.ink];
      parts.push(
        `<path d="M${n(x - half)} ${base + 20}L${n(x + lean)} ${n(top)}L${n(x + half)} ${base + 20}Z" fill="${shade}"/>`,
      );
      parts.push(
        `<path d="M${n(x - half)} ${base + 20}L${n(x + lean)} ${n(top)}L${n(x + lean + half * 0.12)} ${n(top + tall * 0.55)}L${n(x - half * 0.1)} ${base + 20}Z" fill="${lit}"/>`,
      );
      if (row < 2)
        parts.push(
          `<path d="M${n(x + lean - half * 0.2)} ${n(top + tall * 0.2)}L${n(x + lean)} ${n(top)}L${n(x + lean + half * 0.2)} ${n(top + tall * 0.2)}L${n(x + lean + half * 0.07)} ${n(top + tall * 0.15)}L${n(x + lean)} ${n(top + tall * 0.26)}L${n(x + lean - half * 0.09)} ${n(top + tall * 0.15)}Z" fill="${palette.light}" opacity="0.85"/>`,
        );
    }
    parts.push(`<rect y="${base - 60}" width="${n(width)}" height="240" fill="${palette.sky[2]}" opacity="0.22"/>`);
  }
  parts.push(below(scene, ridge(scene, 930, 35, 2), palette.layers[3]));
  return parts.join("");
};

/** Long dunes with a lit side each, and small travellers. */
export const dunes: Composition = (scene) => {
  const { random, palette, width } = scene;
  const parts = [
    sky(scene),
    lightDisc(random.between(0.2, 0.8) * width, random.between(200, 360), random.between(50, 95), palette.light),
  ];
  for (let index = 0; index < 5; index += 1) {
    const base = 520 + index * 105;
    const lit = palette.layers[Math.max(0, index - 1)] ?? palette.ink;
    const shade = palette.layers[Math.min(3, index)] ?? palette.ink;
    const points = ridge(scene, base, 70, random.between(0.8, 1.6));
    parts.push(`<defs>${gradient(`dune${index}`, [lit, shade])}</defs>`, below(scene, points, `url(#dune${index})`));
    const crest = points[Math.floor(points.length * random.between(0.25, 0.7))];
    if (crest)
      parts.push(
        `<path d="M${n(crest[0])} ${n(crest[1])}q${n(random.between(60, 200))} 90 ${n(random.between(-140, 140))} 330l${n(width)} 300V1001Z" fill="${shade}" opacity="0.35"/>`,
      );
  }
  return parts.join("");
};

/** Sea under a wide sky, with the light's path on the water. */
export const seascape: Composition = (scene) => {
  const { random, palette, width } = scene;
  const horizon = random.between(470, 620);
  const sunX = random.between(0.25, 0.75) * width;
  const parts = [sky(scene), lightDisc(sunX, horizon - random.between(40, 240), random.between(45, 90), palette.light)];
  for (let index = 0; index < 7; index += 1) {
    const y = random.between(60, horizon - 60);
    parts.push(
      `<ellipse cx="${n(random.between(0, width))}" cy="${n(y)}" rx="${n(random.between(120, 420))}" ry="${n(random.between(8, 26))}" fill="${palette.light}" opacity="${random.between(0.08, 0.3)}"/>`,
    );
  }
  parts.push(`<defs>${gradient("water", [palette.layers[0], palette.layers[2], palette.layers[3]])}</defs>`);
  parts.push(`<rect y="${n(horizon)}" width="${n(width)}" height="${n(1001 - horizon)}" fill="url(#water)"/>`);
  for (let row = 0; row < 60; row += 1) {
    const depth = (row / 60) ** 1.6;
    const y = horizon + 4 + depth * (1000 - horizon);
    const spread = 26 + depth * 330;
    const x = sunX + random.between(-spread, spread);
    parts.push(
      `<rect x="${n(x - 20 - depth * 90)}" y="${n(y)}" width="${n(random.between(24, 70) + depth * 190)}" height="${n(1.5 + depth * 7)}" rx="3" fill="${palette.light}" opacity="${random.between(0.12, 0.5)}"/>`,
    );
  }
  for (let index = 0; index < 3; index += 1)
    parts.push(
      below(
        scene,
        ridge(scene, 850 + index * 60, 16, random.between(3, 6)),
        palette.layers[3],
        `opacity="${0.25 + index * 0.12}"`,
      ),
    );
  const boatX = random.between(0.15, 0.85) * width;
  parts.push(
    `<g transform="translate(${n(boatX)} ${n(horizon + 46)}) scale(${n(random.between(0.7, 1.5))})" fill="${palette.ink}"><path d="M-34 0h68l-13 15h-42Z"/><path d="M-2-5V-84L-30-9Z" fill="${palette.accent}"/><path d="M4-5V-70L30-9Z"/></g>`,
  );
  return parts.join("");
};
