import { mix } from "../colour.ts";
import { type Composition, clouds, isDark, layerColour, lightDisc, type Scene, sky, stars } from "../scene.ts";
import { linear, rect, shape, stroke, tag } from "../svg.ts";

/** Rows of houses before the last light, and the water that shows them again. */
export const city: Composition = (scene) => {
  const { random, palette, width } = scene;
  const shore = random.between(770, 830);
  const glow = mix(palette.sky[2], palette.accent, 0.3);
  const skyline = [0, 1, 2, 3].map((row) => houses(scene, row, shore) + fog(scene, row, shore, glow)).join("");
  return [
    sky(scene),
    isDark(scene) ? stars(scene, 110, palette.light, 500) : clouds(scene, 90, 420, 6),
    lightDisc(scene, random.between(0.2, 0.8) * width, random.between(170, 400), random.between(54, 96)),
    tag("g", { id: "skyline" }, skyline),
    rect(-2, shore, width + 4, 1004 - shore, palette.layers[3]),
    `<g transform="translate(0 ${Math.round(shore * 2)}) scale(1 -1)" opacity="0.5"><use href="#skyline"/></g>`,
    linear("harbour", [
      [0, palette.layers[2], 0.15],
      [1, palette.ink, 0.85],
    ]),
    rect(-2, shore, width + 4, 1004 - shore, "url(#harbour)"),
    reflections(scene, shore),
    rect(-2, shore - 3, width + 4, 7, palette.ink),
  ].join("");
};

function houses(scene: Scene, row: number, shore: number): string {
  const { random, palette, width } = scene;
  const nearness = row / 3;
  const wall = mix(layerColour(scene, 0.25 + nearness * 0.75), palette.ink, nearness * 0.3);
  const [walls, edges, windows, signs]: [string[], string[], string[], string[]] = [[], [], [], []];
  for (let x = -30; x < width + 20; ) {
    const wide = random.between(38, 92) * (0.8 + nearness * 0.5);
    const isTower = random.next() > 0.8;
    const tall = (random.between(150, 300) + (isTower ? random.between(120, 240) : 0)) * (1.28 - nearness * 0.62);
    const top = shore - tall;
    walls.push(`M${x} ${shore}V${top}${crown(random.integer(0, 4), wide, random.between(12, 34))}V${shore}Z`);
    edges.push(`M${x + wide * 0.78} ${top}h${wide * 0.22}V${shore}h${-wide * 0.22}Z`);
    if (row > 0) lightWindows(scene, x, top, wide, shore, windows);
    if (row > 1 && random.next() > 0.72)
      signs.push(`M${x + wide * 0.16} ${top + random.between(26, 90)}v${random.between(24, 70)}`);
    x += wide + random.between(-4, 10);
  }
  const lamp = mix(palette.light, "#ffcf7a", 0.55);
  return [
    shape(walls.join(""), wall),
    shape(edges.join(""), palette.ink, { opacity: 0.16 }),
    shape(windows.join(""), lamp, { opacity: 0.4 + nearness * 0.5 }),
    stroke(signs.join(""), palette.accent, 5, { opacity: 0.95 }),
    stroke(signs.join(""), palette.accent, 16, { opacity: 0.22 }),
  ].join("");
}

/** The upper edge of a house from its left corner to its right one. */
function crown(kind: number, wide: number, rise: number): string {
  switch (kind) {
    case 0:
      return `l${wide / 2} ${-rise}l${wide / 2} ${rise}`;
    case 1:
      return `h${wide * 0.2}v${-rise}h${wide * 0.6}v${rise}h${wide * 0.2}`;
    case 2:
      return `h${wide * 0.46}v${-rise * 2.2}h${wide * 0.08}v${rise * 2.2}h${wide * 0.46}`;
    case 3:
      return `v${-rise}l${wide} ${rise}`;
    default:
      return `h${wide}`;
  }
}

/** One outline for all lit windows of a house: hundreds of elements of their own would take ten times as long. */
function lightWindows({ random }: Scene, x: number, top: number, wide: number, shore: number, windows: string[]): void {
  const columns = Math.max(2, Math.floor(wide / 15));
  const pitch = (wide - 12) / columns;
  const share = random.between(0.18, 0.55);
  for (let y = top + 14; y < shore - 18; y += 17) {
    for (let column = 0; column < columns; column += 1) {
      if (random.next() > share) continue;
      windows.push(
        `M${Math.round((x + 7 + column * pitch) * 10) / 10} ${Math.round(y)}h${Math.round(pitch * 5.2) / 10}v8.5h${-Math.round(pitch * 5.2) / 10}Z`,
      );
    }
  }
}

function fog({ width }: Scene, row: number, shore: number, glow: string): string {
  if (row === 3) return "";
  return (
    linear(`smog${row}`, [
      [0, glow, 0],
      [1, glow, 0.5 - row * 0.12],
    ]) + rect(-2, shore - 330 + row * 70, width + 4, 330 - row * 70, `url(#smog${row})`)
  );
}

function reflections({ random, palette, width }: Scene, shore: number): string {
  return Array.from({ length: 46 }, () => {
    const depth = random.next() ** 1.3;
    const long = random.between(16, 60) + depth * 110;
    return rect(
      random.between(-0.05, 1) * width,
      shore + 8 + depth * (970 - shore),
      long,
      1.2 + depth * 3,
      random.pick([palette.light, palette.accent, palette.sky[2]]),
      { rx: 1.5, opacity: random.between(0.1, 0.4) },
    );
  }).join("");
}
