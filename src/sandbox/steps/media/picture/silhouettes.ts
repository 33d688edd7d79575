import { mix } from "./colour.ts";
import type { Palette } from "./palette.ts";
import { heightAt, isDark, type Scene } from "./scene.ts";
import { circle, ellipse, linear, type Point, radial, rect, shape, straightLine, stroke, tag } from "./svg.ts";

/** A few birds near the light; none at night. */
export function birds(scene: Scene, nearX: number, nearY: number): string {
  const { random, palette, width, mentions } = scene;
  const wanted = mentions("bird|eagle|gull|crow|swallow|dragon|flying|soaring") ? 7 : random.next() > 0.5 ? 5 : 0;
  if (wanted === 0 || isDark(scene)) return "";
  return Array.from({ length: wanted }, () => {
    const [x, y] = [nearX + random.between(-0.28, 0.28) * width, nearY + random.between(-110, 110)];
    const wing = random.between(6, 15);
    const lift = wing * random.between(0.35, 0.6);
    return stroke(
      `M${x - wing} ${y - lift * 0.3}Q${x - wing * 0.45} ${y - lift} ${x} ${y}Q${x + wing * 0.45} ${y - lift} ${x + wing} ${y - lift * 0.3}`,
      palette.ink,
      2,
      { opacity: 0.75 },
    );
  }).join("");
}

/** Firs along a ridge. Density 1 is a closed wood. */
export function pines(
  { random, width }: Scene,
  line: readonly Point[],
  colour: string,
  tall: number,
  density: number,
): string {
  const outlines: string[] = [];
  let grove = random.next();
  for (let x = -20; x < width + 20; x += tall * random.between(0.22, 0.46)) {
    // Trees stand together and leave clearings.
    if (random.next() > 0.9) grove = random.next();
    if (grove > density) continue;
    const height = tall * random.between(0.6, 1.25);
    outlines.push(fir(x, heightAt(line, Math.min(width, Math.max(0, x))) + 4, height));
  }
  return shape(outlines.join(""), colour);
}

function fir(x: number, foot: number, tall: number): string {
  const half = tall * 0.2;
  const tiers: Point[] = [0.16, 0.4, 0.68, 0.96].flatMap((down, index): Point[] => {
    const wide = half * (0.34 + index * 0.22);
    return [
      [wide, down],
      [wide * 0.45, down - 0.02],
    ];
  });
  const right = tiers.map(([wide, down]): Point => [x + wide, foot - tall * (1 - down)]);
  const left = [...tiers].reverse().map(([wide, down]): Point => [x - wide, foot - tall * (1 - down)]);
  return `${straightLine([[x, foot - tall], ...right, ...left])}Z`;
}

/** A sailing boat on the water, with its shadow. */
export function boat({ ink, accent, light }: Palette, x: number, y: number, scale: number): string {
  return tag(
    "g",
    { transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})` },
    ellipse(0, 17, 46, 5, ink, { opacity: 0.28 }),
    shape("M-36 0H38Q34 16 22 17H-24Q-34 14-36 0Z", ink),
    shape("M-3-5V-96Q-34-52-34-6Z", accent),
    shape("M2-5V-88Q30-46 32-6Z", mix(light, accent, 0.15)),
    stroke("M0 0V-100", ink, 2.4),
  );
}

/** A lighthouse on a cliff at one side of the sheet, its beam over the water. */
export function lighthouse(scene: Scene, side: -1 | 1, horizon: number): string {
  const { palette, random, width } = scene;
  const [edge, x] = side === 1 ? [width + 4, width * 0.82] : [-4, width * 0.18];
  const top = horizon - random.between(40, 110);
  const inward = -side;
  const reach = x + inward * Math.min(150, width * 0.16);
  const cliff = `M${edge} ${top - 30}C${x + side * 70} ${top - 26} ${x + side * 30} ${top} ${x + inward * 40} ${top + 4}L${reach} ${top + 34}L${reach + inward * 14} ${horizon + 60}L${reach + inward * 46} ${horizon + 110}Q${x + inward * 60} ${horizon + 150} ${x} ${horizon + 170}Q${x + side * 120} ${horizon + 200} ${edge} ${horizon + 190}Z`;
  const crag = `M${x + inward * 40} ${top + 4}L${reach} ${top + 34}L${reach + inward * 14} ${horizon + 60}L${reach + inward * 46} ${horizon + 110}L${x + inward * 50} ${horizon + 128}L${x + inward * 76} ${horizon + 30}Z`;
  const lamp = top - 196;
  const stripes = [0, 1, 2].map((row) => {
    const [upper, lower] = [top - 150 + row * 56, top - 122 + row * 56];
    const half = (at: number) => 15 + (at - lamp) * 0.048;
    return shape(
      `M${x - half(upper)} ${upper}H${x + half(upper)}L${x + half(lower)} ${lower}H${x - half(lower)}Z`,
      palette.accent,
    );
  });
  const beamEnd = x + inward * width * 0.75;
  return [
    linear(
      "beam",
      [
        [0, palette.light, isDark(scene) ? 0.6 : 0.4],
        [1, palette.light, 0],
      ],
      inward === 1 ? { x1: 0, y1: 0, x2: 1, y2: 0 } : { x1: 1, y1: 0, x2: 0, y2: 0 },
    ),
    radial("lamp", [
      [0, palette.light, 0.95],
      [0.3, palette.light, 0.4],
      [1, palette.light, 0],
    ]),
    shape(`M${x} ${lamp - 4}L${beamEnd} ${lamp - 90}V${lamp + 70}L${x} ${lamp + 6}Z`, "url(#beam)"),
    shape(cliff, mix(palette.layers[3], palette.ink, 0.35)),
    shape(crag, palette.layers[2], { opacity: 0.55 }),
    shape(`M${x - 16} ${lamp + 18}H${x + 16}L${x + 26} ${top + 8}H${x - 26}Z`, palette.light),
    ...stripes,
    shape(`M${x + side * 2} ${lamp + 18}H${x + side * 16}L${x + side * 26} ${top + 8}H${x + side * 2}Z`, palette.ink, {
      opacity: 0.2,
    }),
    rect(x - 21, lamp + 12, 42, 7, palette.ink),
    rect(x - 12, lamp - 12, 24, 24, mix(palette.light, "#ffd97a", 0.5)),
    shape(`M${x - 16} ${lamp - 12}L${x} ${lamp - 34}L${x + 16} ${lamp - 12}Z`, palette.ink),
    circle(x, lamp, 90, "url(#lamp)"),
  ].join("");
}
