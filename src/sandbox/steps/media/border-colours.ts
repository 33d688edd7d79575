/** A picture as RGBA pixels; sizes in px. */
export type Pixels = { data: Buffer; width: number; height: number };

export type Colour = readonly [red: number, green: number, blue: number];

/** A colour counts as background from this share of the border's pixels: a hand or a foot at the edge stays. */
const smallestShare = 0.04;
/** Edge of the cubes into which colours are sorted. */
const cube = 24;

/**
 * The colours that make up the border, most common first: one for a plain wall, several for a sky that fades. The lower
 * edge counts for little, as a subject most often stands on it.
 */
export function borderColours({ data, width, height }: Pixels): Colour[] {
  const sorted = new Map<number, { sum: [number, number, number]; weight: number }>();
  let total = 0;
  const count = (x: number, y: number, weight: number) => {
    const at = (y * width + x) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 8) return;
    const key = Math.floor(red / cube) * 10_000 + Math.floor(green / cube) * 100 + Math.floor(blue / cube);
    const found = sorted.get(key) ?? { sum: [0, 0, 0], weight: 0 };
    found.sum = [found.sum[0] + red * weight, found.sum[1] + green * weight, found.sum[2] + blue * weight];
    found.weight += weight;
    sorted.set(key, found);
    total += weight;
  };
  for (let x = 0; x < width; x += 1) {
    count(x, 0, 1);
    count(x, height - 1, 0.15);
  }
  for (let y = 0; y < height; y += 1) {
    count(0, y, 1);
    count(width - 1, y, 1);
  }
  return [...sorted.values()]
    .filter(({ weight }) => weight >= total * smallestShare)
    .sort((one, other) => other.weight - one.weight)
    .map(({ sum: [red, green, blue], weight }) => [red / weight, green / weight, blue / weight]);
}
