import { mix } from "./colour.ts";
import { heightAt, type Scene } from "./scene.ts";
import { circle, ellipse, type Point, radial, rect, shape, stroke, tag } from "./svg.ts";

type Landmark = (scene: Scene, colour: string) => string;

/** What a prompt can put on a hill, drawn around its foot at 0, 0. Most prompts put nothing there. */
const landmarks: readonly [words: string, landmark: Landmark][] = [
  ["castle|fortress|palace|kingdom", castle],
  ["cabin|house|cottage|village|farm|home", cabin],
  ["balloon|floating|sky", balloon],
  ["horse|camel|caravan|walk|walking|traveller|wanderer|road", wanderers],
  ["tree|oak|alone|lonely|serene", oak],
];

/** The landmark that the prompt speaks of, on a line of hills; empty when there is none. */
export function landmark(scene: Scene, line: readonly Point[], colour: string): string {
  const { random, width, mentions } = scene;
  const found = landmarks.find(([words]) => mentions(words));
  if (!found) return "";
  const x = random.between(0.25, 0.75) * width;
  const y = heightAt(line, x) + 6;
  return tag("g", { transform: `translate(${Math.round(x)} ${Math.round(y)})` }, found[1](scene, colour));
}

function castle({ palette, random }: Scene, colour: string): string {
  const towers = [-64, -30, 0, 36, 70].map((x, index) => {
    const [wide, tall] = [index === 2 ? 34 : 22, (index === 2 ? 150 : 84) + random.between(0, 40)];
    const roof = mix(colour, palette.accent, 0.5);
    return [
      rect(x - wide / 2, -tall, wide, tall + 20, index % 2 === 0 ? colour : mix(colour, palette.ink, 0.16)),
      shape(`M${x - wide * 0.7} ${-tall}L${x} ${-tall - wide * 1.7}L${x + wide * 0.7} ${-tall}Z`, roof),
      rect(x - 2.5, -tall + 18, 5, 12, palette.light, { rx: 2.5, opacity: 0.9 }),
    ].join("");
  });
  return rect(-78, -58, 160, 80, mix(colour, palette.ink, 0.08)) + towers.join("");
}

function cabin({ palette }: Scene, colour: string): string {
  const wall = mix(colour, palette.ink, 0.45);
  return [
    radial("window", [
      [0, "#ffd98a", 0.8],
      [1, "#ffd98a", 0],
    ]),
    stroke("M26-70q14-24 2-44t10-50", palette.light, 7, { opacity: 0.32 }),
    rect(18, -78, 12, 34, wall),
    rect(-44, -44, 88, 60, wall),
    shape("M-58-40L0-88L58-40Z", mix(wall, palette.ink, 0.4)),
    circle(0, -20, 70, "url(#window)"),
    rect(-26, -30, 18, 18, "#ffd98a"),
    rect(8, -30, 18, 18, "#ffd98a"),
  ].join("");
}

function balloon({ palette, random }: Scene): string {
  const float = (x: number, y: number, scale: number) =>
    tag(
      "g",
      { transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})` },
      shape("M0 74L-46 20A54 54 0 1 1 46 20Z", palette.accent),
      shape("M0 74L-20 24Q-30-50 0-50Q30-50 20 24Z", palette.light, { opacity: 0.75 }),
      shape("M0 74L-7 24Q-10-50 0-50Q10-50 7 24Z", palette.accent),
      stroke("M-10 70L-8 92M10 70L8 92", palette.ink, 1.6),
      rect(-10, 90, 20, 14, palette.ink, { rx: 3 }),
    );
  return (
    float(0, -random.between(190, 280), 1.15) +
    float(-150, -random.between(110, 170), 0.5) +
    float(130, -random.between(300, 360), 0.36)
  );
}

function wanderers({ palette, random }: Scene): string {
  return Array.from({ length: random.integer(3, 5) }, (_, index) => {
    const x = index * 44 - 60;
    return tag(
      "g",
      { transform: `translate(${x} 0) scale(${index % 2 === 0 ? 0.8 : 0.66})` },
      shape("M-8 2Q-12-40 0-50Q12-40 8 2Z", index === 0 ? palette.accent : palette.ink),
      circle(0, -56, 8, palette.ink),
      stroke("M12-48L16 2", palette.ink, 2),
    );
  }).join("");
}

function oak({ palette, random }: Scene, colour: string): string {
  const trunk = mix(colour, palette.ink, 0.6);
  const crown = Array.from({ length: 11 }, () => {
    const [turn, far] = [random.between(0, 2 * Math.PI), random.between(10, 48)];
    return ellipse(
      Math.cos(turn) * far * 1.3,
      -104 + Math.sin(turn) * far * 0.8,
      random.between(24, 40),
      random.between(20, 32),
      mix(trunk, palette.accent, random.between(0.05, 0.4)),
    );
  });
  return shape("M-9 6Q-4-40-10-80H12Q4-40 12 6Z", trunk) + crown.join("");
}
