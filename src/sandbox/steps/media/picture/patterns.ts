import { type Composition, glow, gradient, n, type Point, sky, softLine } from "./scene.ts";

/** Ribbons that follow a field of bends. */
export const flow: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [a, b, c] = [random.between(1.2, 2.6), random.between(0.8, 2.2), random.between(0, 6)];
  const angleAt = (x: number, y: number) =>
    Math.sin((x / 1000) * a * 2 + c) * 1.1 + Math.cos((y / 1000) * b * 3 - c) * 0.9;
  const colours = [...palette.layers, palette.accent, palette.light, palette.sky[0]] as [string, ...string[]];
  const parts = [sky(scene)];
  for (let ribbon = 0; ribbon < 150; ribbon += 1) {
    let [x, y] = [random.between(-0.15, 1.05) * width, random.between(-60, 1060)];
    const points: Point[] = [];
    for (let step = 0; step < 14; step += 1) {
      points.push([x, y]);
      const angle = angleAt(x, y);
      x += Math.cos(angle) * 34;
      y += Math.sin(angle) * 34;
    }
    parts.push(
      `<path d="${softLine(points)}" fill="none" stroke="${random.pick(colours)}" stroke-width="${n(random.between(2, 20))}" stroke-linecap="round" opacity="${n(random.between(0.45, 0.95))}"/>`,
    );
  }
  return parts.join("");
};

/** Tiles of quarter rings, each turned its own way. */
export const tiling: Composition = (scene) => {
  const { random, palette, width } = scene;
  const size = 1000 / random.integer(4, 7);
  const parts = [`<rect width="${n(width)}" height="1000" fill="${palette.sky[0]}"/>`];
  const inks = [palette.layers[1], palette.layers[2], palette.layers[3], palette.accent] as [string, ...string[]];
  for (let y = 0; y < 1000; y += size) {
    for (let x = 0; x < width; x += size) {
      const ink = random.pick(inks);
      const turn = random.integer(0, 3) * 90;
      const [half, place] = [size / 2, `translate(${n(x)} ${n(y)}) rotate(${turn} ${n(size / 2)} ${n(size / 2)})`];
      const kind = random.integer(0, 3);
      const ground =
        random.next() > 0.55
          ? random.pick([palette.sky[1], palette.sky[2], palette.layers[0], palette.light])
          : palette.sky[0];
      const shape =
        kind === 0
          ? `<path d="M0 0H${n(size)}A${n(size)} ${n(size)} 0 0 1 0 ${n(size)}Z" fill="${ink}"/><path d="M0 0H${n(half)}A${n(half)} ${n(half)} 0 0 1 0 ${n(half)}Z" fill="${palette.light}"/>`
          : kind === 1
            ? `<circle cx="${n(half)}" cy="${n(half)}" r="${n(half * 0.82)}" fill="${ink}"/><path d="M${n(half * 0.18)} ${n(half)}a${n(half * 0.82)} ${n(half * 0.82)} 0 0 1 ${n(half * 1.64)} 0Z" fill="${palette.accent}"/>`
            : kind === 2
              ? `<path d="M0 0L${n(size)} ${n(size)}H0Z" fill="${ink}"/><circle cx="${n(size * 0.7)}" cy="${n(size * 0.3)}" r="${n(size * 0.15)}" fill="${palette.accent}"/>`
              : [0.2, 0.45, 0.7, 0.95]
                  .map(
                    (ring) =>
                      `<path d="M${n(size * ring)} 0A${n(size * ring)} ${n(size * ring)} 0 0 1 0 ${n(size * ring)}" fill="none" stroke="${ink}" stroke-width="${n(size * 0.09)}"/>`,
                  )
                  .join("");
      parts.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(size + 1)}" height="${n(size + 1)}" fill="${ground}"/><g transform="${place}">${shape}</g>`,
      );
    }
  }
  return `<svg width="${n(width)}" height="1000" overflow="hidden">${parts.join("")}</svg>`;
};

/** A rosette of petals around one or more hearts. */
export const blossoms: Composition = (scene) => {
  const { random, palette, width } = scene;
  const parts = [sky(scene), `<defs>${glow("bloom", palette.light, 0.7)}</defs>`];
  const flower = (x: number, y: number, radius: number) => {
    parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius * 1.5)}" fill="url(#bloom)"/>`);
    for (let ring = 0; ring < 4; ring += 1) {
      const count = 14 - ring * 2;
      const long = radius * (1 - ring * 0.22);
      const colour = [palette.layers[1], palette.layers[0], palette.sky[2], palette.light][ring] ?? palette.accent;
      for (let petal = 0; petal < count; petal += 1) {
        const turn = (360 / count) * petal + ring * 13 + random.between(-4, 4);
        parts.push(
          `<path transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})" d="M0 0C${n(long * 0.34)} ${n(-long * 0.3)} ${n(long * 0.26)} ${n(-long * 0.86)} 0 ${n(-long)}C${n(-long * 0.26)} ${n(-long * 0.86)} ${n(-long * 0.34)} ${n(-long * 0.3)} 0 0Z" fill="${colour}" stroke="${palette.layers[2]}" stroke-opacity="0.3" stroke-width="2"/>`,
        );
      }
    }
    parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius * 0.14)}" fill="${palette.accent}"/>`);
  };
  const count = random.integer(3, 6);
  for (let index = 0; index < count; index += 1) {
    const x = ((index + random.between(0.2, 0.8)) / count) * width;
    const y = random.between(220, 760);
    parts.push(
      `<path d="M${n(x)} ${n(y)}Q${n(x + random.between(-130, 130))} ${n((y + 1000) / 2)} ${n(x + random.between(-90, 90))} 1010" stroke="${palette.layers[3]}" stroke-width="9" fill="none"/>`,
    );
    flower(x, y, random.between(110, 250));
  }
  return parts.join("");
};

/** Bowls, bottles and fruit of plain shapes on a table. */
export const stillLife: Composition = (scene) => {
  const { random, palette, width } = scene;
  const table = random.between(640, 740);
  const parts = [sky(scene), `<defs>${gradient("table", [palette.layers[1], palette.layers[2]])}</defs>`];
  parts.push(
    `<circle cx="${n(random.between(0.3, 0.7) * width)}" cy="${n(table - 190)}" r="${n(random.between(230, 330))}" fill="${palette.sky[2]}"/>`,
  );
  parts.push(`<rect y="${n(table)}" width="${n(width)}" height="${n(1001 - table)}" fill="url(#table)"/>`);
  const colours = [palette.accent, palette.layers[2], palette.light, palette.layers[3], palette.sky[0]] as [
    string,
    ...string[],
  ];
  const count = random.integer(4, 6);
  for (let index = 0; index < count; index += 1) {
    const x = width * (0.16 + (0.68 * (index + random.between(0.2, 0.8))) / count);
    const y = table + random.between(50, 150);
    const wide = random.between(70, 125);
    const colour = random.pick(colours);
    const tall = random.between(150, 380);
    const shape = [
      `<path d="M${n(-wide)} ${n(-wide * 0.9)}h${n(wide * 2)}a${n(wide)} ${n(wide)} 0 0 1 ${n(-wide * 2)} 0Z"/>`,
      `<path d="M${n(-wide * 0.5)} 0v${n(-tall * 0.55)}q0-40 ${n(wide * 0.3)}-60v${n(-tall * 0.4)}h${n(wide * 0.4)}v${n(tall * 0.4)}q${n(wide * 0.3)} 20 ${n(wide * 0.3)} 60v${n(tall * 0.55)}Z"/>`,
      `<circle cy="${n(-wide * 0.62)}" r="${n(wide * 0.62)}"/>`,
      `<path d="M${n(-wide * 0.6)} 0l${n(-wide * 0.2)} ${n(-tall)}h${n(wide * 1.6)}l${n(-wide * 0.2)} ${n(tall)}Z"/>`,
    ][random.integer(0, 3)];
    parts.push(
      `<ellipse cx="${n(x + 26)}" cy="${n(y + 4)}" rx="${n(wide * 1.05)}" ry="16" fill="${palette.ink}" opacity="0.28"/><g transform="translate(${n(x)} ${n(y)})" fill="${colour}">${shape}</g><g transform="translate(${n(x + wide * 0.16)} ${n(y)}) scale(0.8 1)" fill="${palette.ink}" opacity="0.16">${shape}</g>`,
    );
  }
  return parts.join("");
};

/** A head and shoulders of flat planes before a disc. */
export const portrait: Composition = (scene) => {
  const { random, palette, width } = scene;
  const x = width / 2 + random.between(-40, 40);
  const parts = [
    sky(scene),
    `<circle cx="${n(x)}" cy="${n(random.between(380, 460))}" r="${n(random.between(310, 380))}" fill="${palette.accent}" opacity="0.85"/>`,
  ];
  const skin = random.pick(["#f0c8a4", "#c98d66", "#8d5a3c", "#e2ad86", "#5f3d2b"]);
  const hair = random.pick([palette.layers[3], palette.ink, palette.layers[2]]);
  const wide = random.between(130, 155);
  const side = random.next() > 0.5 ? 1 : -1;
  parts.push(
    `<path d="M${n(x - wide * 1.35)} ${n(random.between(330, 380))}C${n(x - wide * 1.5)} 150 ${n(x + wide * 1.5)} 150 ${n(x + wide * 1.35)} 380C${n(x + wide * 1.5)} 560 ${n(x + wide * 1.2)} ${n(random.between(640, 860))} ${n(x + wide * 0.9)} 820H${n(x - wide * 0.9)}C${n(x - wide * 1.3)} 740 ${n(x - wide * 1.5)} 560 ${n(x - wide * 1.35)} 360Z" fill="${hair}"/>`,
  );
  parts.push(
    `<path d="M${n(x - 330)} 1001C${n(x - 320)} 800 ${n(x - 150)} 770 ${n(x - 70)} 740L${n(x)} 790L${n(x + 70)} 740C${n(x + 150)} 770 ${n(x + 320)} 800 ${n(x + 330)} 1001Z" fill="${palette.layers[1]}"/><path d="M${n(x - 62)} 600h124v150l-62 60-62-60Z" fill="${skin}"/><path d="M${n(x - 62)} 640q62 80 124 0v60l-62 50-62-50Z" fill="${palette.ink}" opacity="0.2"/>`,
  );
  parts.push(
    `<path d="M${n(x - wide)} 400C${n(x - wide)} 230 ${n(x + wide)} 230 ${n(x + wide)} 400C${n(x + wide)} 560 ${n(x + 60)} 690 ${n(x)} 690C${n(x - 60)} 690 ${n(x - wide)} 560 ${n(x - wide)} 400Z" fill="${skin}"/><path d="M${n(x)} 285C${n(x + side * wide)} 285 ${n(x + side * wide)} 400 ${n(x + side * wide)} 420C${n(x + side * wide)} 560 ${n(x + side * 60)} 690 ${n(x)} 690Z" fill="${palette.ink}" opacity="0.14"/>`,
  );
  for (const eye of [-1, 1])
    parts.push(
      `<path d="M${n(x + eye * 58 - 26)} 452q26-20 52 0q-26 14-52 0Z" fill="${palette.light}"/><circle cx="${n(x + eye * 58)}" cy="450" r="9" fill="${palette.ink}"/><path d="M${n(x + eye * 58 - 34)} 418q34-20 66-2" stroke="${hair}" stroke-width="9" fill="none" stroke-linecap="round"/>`,
    );
  parts.push(
    `<path d="M${n(x)} 460q${n(side * 30)} 70 ${n(-side * 6)} 78" stroke="${palette.ink}" stroke-opacity="0.4" stroke-width="5" fill="none"/><path d="M${n(x - 42)} 600q42-16 84 0q-42 30-84 0Z" fill="${palette.layers[0]}"/>`,
  );
  parts.push(
    `<path d="M${n(x - wide * 1.1)} 400C${n(x - wide * 1.1)} 190 ${n(x + wide * 1.1)} 190 ${n(x + wide * 1.1)} 400C${n(x + wide * 0.7)} 300 ${n(x + side * 20)} 300 ${n(x - side * 40)} 290C${n(x - wide * 0.7)} 320 ${n(x - wide)} 340 ${n(x - wide * 1.1)} 400Z" fill="${hair}"/>`,
  );
  return parts.join("");
};
