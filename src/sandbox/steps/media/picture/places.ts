import { below, type Composition, glow, gradient, lightDisc, n, ridge, sky, softLine, stars } from "./scene.ts";

/** A skyline at dusk with lit windows, doubled in still water. */
export const city: Composition = (scene) => {
  const { random, palette, width } = scene;
  const shore = random.between(690, 790);
  const parts = [
    sky(scene),
    stars(scene, 60, palette.light, 420),
    lightDisc(random.between(0.2, 0.8) * width, random.between(160, 380), random.between(40, 75), palette.light),
  ];
  const skyline: string[] = [];
  for (let row = 0; row < 3; row += 1) {
    const colour = palette.layers[row + 1] ?? palette.ink;
    let x = -40;
    while (x < width) {
      const wide = random.between(46, 120) - row * 8;
      const tall = random.between(90, 430) * (1 - row * 0.2) * (random.next() > 0.86 ? 1.35 : 1);
      skyline.push(
        `<rect x="${n(x)}" y="${n(shore - tall)}" width="${n(wide)}" height="${n(tall)}" fill="${colour}"/>`,
      );
      if (random.next() > 0.7)
        skyline.push(
          `<path d="M${n(x + wide / 2 - 4)} ${n(shore - tall)}l4-${n(random.between(30, 80))}l4 ${n(random.between(30, 80))}Z" fill="${colour}"/>`,
        );
      if (row > 0) {
        for (let y = shore - tall + 16; y < shore - 18; y += 19) {
          for (let window = x + 9; window < x + wide - 11; window += 15) {
            if (random.next() > 0.62)
              skyline.push(
                `<rect x="${n(window)}" y="${n(y)}" width="6" height="9" fill="${random.next() > 0.85 ? palette.accent : palette.light}" opacity="${n(random.between(0.45, 1))}"/>`,
              );
          }
        }
      }
      x += wide + random.between(-6, 14);
    }
  }
  const drawn = skyline.join("");
  parts.push(`<g>${drawn}</g><defs>${gradient("river", [palette.layers[1], palette.ink], [0.72, 0.96])}</defs>`);
  parts.push(`<g transform="translate(0 ${n(shore * 2)}) scale(1 -1)" opacity="0.55">${drawn}</g>`);
  parts.push(`<rect y="${n(shore)}" width="${n(width)}" height="${n(1001 - shore)}" fill="url(#river)"/>`);
  for (let index = 0; index < 26; index += 1)
    parts.push(
      `<rect x="${n(random.between(0, width))}" y="${n(random.between(shore + 10, 990))}" width="${n(random.between(30, 160))}" height="2.5" fill="${palette.light}" opacity="${n(random.between(0.1, 0.4))}"/>`,
    );
  return parts.join("");
};

/** Trunks in mist, with light from behind. */
export const forest: Composition = (scene) => {
  const { random, palette, width } = scene;
  const parts = [
    sky(scene),
    `<defs>${glow("clearing", palette.light, 0.9)}</defs><ellipse cx="${n(random.between(0.3, 0.7) * width)}" cy="430" rx="${n(width * 0.5)}" ry="520" fill="url(#clearing)"/>`,
  ];
  for (let row = 0; row < 4; row += 1) {
    const colour = palette.layers[row] ?? palette.ink;
    const ground = 720 + row * 80;
    const count = Math.round((width / 1000) * (15 - row * 3));
    for (let index = 0; index < count; index += 1) {
      const x = random.between(-20, width + 20);
      const wide = random.between(9, 18) * (1 + row * 0.75);
      const lean = random.between(-22, 22);
      parts.push(
        `<path d="M${n(x - wide / 2)} ${ground + 30}L${n(x + lean - wide / 4)}-10H${n(x + lean + wide / 4)}L${n(x + wide / 2)} ${ground + 30}Z" fill="${colour}"/>`,
      );
      for (let branch = 0; branch < 4; branch += 1) {
        const y = random.between(60, 520);
        const side = random.next() > 0.5 ? 1 : -1;
        const long = random.between(40, 120) * (1 + row * 0.3);
        parts.push(
          `<path d="M${n(x + lean * (1 - y / ground))} ${n(y)}q${n(side * long * 0.5)} ${n(-20)} ${n(side * long)} ${n(-random.between(30, 80))}" stroke="${colour}" stroke-width="${n(wide * 0.22)}" fill="none" stroke-linecap="round"/>`,
        );
      }
    }
    parts.push(below(scene, ridge(scene, ground, 24, random.between(2, 4)), colour));
    if (row < 3) parts.push(`<rect width="${n(width)}" height="1000" fill="${palette.sky[1]}" opacity="0.2"/>`);
  }
  for (let index = 0; index < 30; index += 1)
    parts.push(
      `<circle cx="${n(random.between(0, width))}" cy="${n(random.between(300, 950))}" r="${n(random.between(1.5, 5))}" fill="${palette.accent}" opacity="${n(random.between(0.3, 0.9))}"/>`,
    );
  return parts.join("");
};

/** Curtains of light over a dark shore. */
export const aurora: Composition = (scene) => {
  const { random, palette, width } = scene;
  const parts = [
    `<rect width="${n(width)}" height="1000" fill="${palette.ink}"/><defs>${gradient("dark", [palette.ink, palette.layers[2], palette.layers[1]], [1, 0.9, 0.8])}</defs><rect width="${n(width)}" height="1000" fill="url(#dark)"/>`,
    stars(scene, 150, "#ffffff", 760),
  ];
  // Oxygen and nitrogen glow in these colours, whatever the mood.
  const colours = ["#6ff2b8", "#7fe0ff", "#b58cff"];
  for (let curtain = 0; curtain < 4; curtain += 1) {
    const colour = colours[curtain % 3] ?? palette.light;
    const points = ridge(scene, random.between(330, 560), random.between(70, 150), random.between(0.8, 1.9));
    parts.push(`<defs>${gradient(`veil${curtain}`, [colour, colour, colour], [0, 0.34, 0])}</defs>`);
    const hanging = random.between(230, 420);
    const top = softLine(points.map(([x, y]) => [x, y - hanging] as const));
    const bottom = softLine([...points].reverse()).replace("M", "L");
    parts.push(`<path d="${top}${bottom}Z" fill="url(#veil${curtain})"/>`);
    for (const [x, y] of points)
      parts.push(
        `<rect x="${n(x)}" y="${n(y - hanging)}" width="${n(random.between(6, 26))}" height="${n(hanging)}" fill="url(#veil${curtain})" opacity="0.6"/>`,
      );
  }
  parts.push(
    below(scene, ridge(scene, 790, 60, random.between(2, 4)), palette.layers[3]),
    below(scene, ridge(scene, 890, 40, 2), palette.ink),
  );
  return parts.join("");
};

/** Planets and their ways, seen from far. */
export const orbits: Composition = (scene) => {
  const { random, palette, width } = scene;
  const [x, y] = [random.between(0.3, 0.7) * width, random.between(360, 640)];
  const tilt = random.between(-35, 35);
  const parts = [
    `<defs>${gradient("deep", [palette.ink, palette.layers[3], palette.layers[2]])}${glow("core", palette.light, 0.95)}${glow("cloud", palette.accent, 0.4)}</defs><rect width="${n(width)}" height="1000" fill="url(#deep)"/>`,
  ];
  for (let index = 0; index < 4; index += 1)
    parts.push(
      `<ellipse cx="${n(random.between(0, width))}" cy="${n(random.between(0, 1000))}" rx="${n(random.between(200, 520))}" ry="${n(random.between(120, 300))}" fill="url(#cloud)"/>`,
    );
  parts.push(
    stars(scene, 190, "#ffffff", 1000),
    `<circle cx="${n(x)}" cy="${n(y)}" r="330" fill="url(#core)"/><circle cx="${n(x)}" cy="${n(y)}" r="${n(random.between(46, 78))}" fill="${palette.light}"/>`,
  );
  for (let index = 0; index < 6; index += 1) {
    const radius = 150 + index * random.between(70, 100);
    const flat = radius * 0.36;
    const angle = random.between(0, Math.PI * 2);
    const [px, py] = [Math.cos(angle) * radius, Math.sin(angle) * flat];
    const size = random.between(9, 40);
    const colour = random.pick([palette.accent, palette.sky[0], palette.sky[2], palette.layers[0]]);
    parts.push(
      `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(tilt)})"><ellipse rx="${n(radius)}" ry="${n(flat)}" fill="none" stroke="${palette.light}" stroke-opacity="0.3" stroke-width="1.6"/><circle cx="${n(px)}" cy="${n(py)}" r="${n(size)}" fill="${colour}"/><path d="M${n(px)} ${n(py - size)}a${n(size)} ${n(size)} 0 0 1 0 ${n(size * 2)}a${n(size * 1.5)} ${n(size * 1.5)} 0 0 0 0-${n(size * 2)}Z" fill="${palette.ink}" opacity="0.35"/>${random.next() > 0.6 ? `<ellipse cx="${n(px)}" cy="${n(py)}" rx="${n(size * 1.9)}" ry="${n(size * 0.45)}" fill="none" stroke="${palette.light}" stroke-width="3" opacity="0.7"/>` : ""}</g>`,
    );
  }
  return parts.join("");
};
