import { along, mix } from "../colour.ts";
import { type Composition, type Scene, waves } from "../scene.ts";
import { linear, type Point, rect, softLine, tag } from "../svg.ts";

const stepUnits = 7;
const cellUnits = 6;

/** Ribbons of many widths that follow one field of bends and never cross. */
export const flow: Composition = (scene) => {
  const { random, palette, width } = scene;
  const isInk = random.next() > 0.7;
  const ground = isInk
    ? ([palette.ink, mix(palette.ink, palette.layers[3], 0.6)] as const)
    : ([palette.sky[0], palette.sky[1]] as const);
  const angleAt = field(scene);
  const taken = new Set<number>();
  const colours = [
    palette.layers[1],
    palette.layers[2],
    palette.layers[3],
    palette.layers[0],
    palette.light,
    palette.sky[2],
  ] as const;
  const spread = random.between(0, 1);
  const ribbons: string[] = [];
  for (let tries = 0; tries < 900; tries += 1) {
    const wide = tries < 60 ? random.between(22, 46) : tries < 300 ? random.between(9, 22) : random.between(2.4, 8);
    const start: Point = [random.between(-0.05, 1.05) * width, random.between(-40, 1040)];
    const line = trace(start, wide, angleAt, taken, width);
    if (line.length < 9) continue;
    claim(line, wide, taken);
    const colour =
      random.next() > 0.86
        ? palette.accent
        : random.next() > spread * 0.5
          ? along(colours, start[1] / 1000 + random.between(-0.25, 0.25))
          : random.pick(colours);
    ribbons.push(ribbon(line, wide, colour));
  }
  return (
    linear("ground", [
      [0, ground[0]],
      [1, ground[1]],
    ]) +
    rect(-2, -2, width + 4, 1004, "url(#ground)") +
    ribbons.join("")
  );
};

function field({ random, width }: Scene): (x: number, y: number) => number {
  const [across, down] = [waves(random, 0.3), waves(random, 0.3)];
  const base = random.between(0, 2 * Math.PI);
  const strength = random.between(1.1, 2);
  const [eyeX, eyeY, pull] = [
    random.between(0.2, 0.8) * width,
    random.between(250, 750),
    random.next() > 0.55 ? random.between(1, 1.6) : 0,
  ];
  return (x, y) => {
    const bend = base + (across((x + y * 0.4) / 1900) + down((y - x * 0.3) / 1700)) * strength;
    if (pull === 0) return bend;
    const [dx, dy] = [x - eyeX, y - eyeY];
    const nearness = Math.exp(-(dx * dx + dy * dy) / 130_000);
    return bend + (Math.atan2(dy, dx) + Math.PI / 2 - bend) * Math.min(1, nearness * pull);
  };
}

/** Follow the field until the edge or another ribbon is reached. */
function trace(
  start: Point,
  wide: number,
  angleAt: (x: number, y: number) => number,
  taken: ReadonlySet<number>,
  width: number,
): Point[] {
  const line: Point[] = [];
  let [x, y] = start;
  for (let step = 0; step < 130; step += 1) {
    if (x < -60 || x > width + 60 || y < -60 || y > 1060 || isTaken(x, y, wide, taken)) break;
    line.push([x, y]);
    const angle = angleAt(x, y);
    x += Math.cos(angle) * stepUnits;
    y += Math.sin(angle) * stepUnits;
  }
  return line;
}

const cellAt = (x: number, y: number) => Math.floor(x / cellUnits) * 4096 + Math.floor(y / cellUnits);

function isTaken(x: number, y: number, wide: number, taken: ReadonlySet<number>): boolean {
  const reach = wide / 2 + 4;
  for (let dx = -reach; dx <= reach; dx += cellUnits) {
    for (let dy = -reach; dy <= reach; dy += cellUnits) if (taken.has(cellAt(x + dx, y + dy))) return true;
  }
  return false;
}

function claim(line: readonly Point[], wide: number, taken: Set<number>): void {
  const reach = wide / 2;
  for (const [x, y] of line) {
    for (let dx = -reach; dx <= reach; dx += cellUnits / 2) {
      for (let dy = -reach; dy <= reach; dy += cellUnits / 2) taken.add(cellAt(x + dx, y + dy));
    }
  }
}

function ribbon(line: readonly Point[], wide: number, colour: string): string {
  const points = line.filter((_, index) => index % 3 === 0 || index === line.length - 1);
  const look = { d: softLine(points), fill: "none", "stroke-linecap": wide > 20 ? "butt" : "round" };
  const body = tag("path", { ...look, stroke: colour, "stroke-width": wide });
  return wide < 16
    ? body
    : body + tag("path", { ...look, stroke: mix(colour, "#ffffff", 0.35), "stroke-width": wide * 0.16, opacity: 0.5 });
}
