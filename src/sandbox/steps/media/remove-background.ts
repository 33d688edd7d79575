import sharp from "sharp";
import { NotAnImage, type ProcessedImage } from "./process-image.ts";

/** Colour distances (0 to 441) up to which a pixel is background, and from which it is surely not. */
const surelyBackground = 42;
const surelySubject = 96;

/**
 * Cut the subject out: the background's colour is told by the border, and taken away from there inwards, with a soft
 * edge. The result has an alpha channel. Refuses with NotAnImage.
 */
export async function removeBackground(bytes: Uint8Array, format: "png" | "webp"): Promise<ProcessedImage> {
  const { data, info } = await readPixels(bytes);
  const { width, height } = info;
  const distances = distancesToBackground(data, width, height);
  const reached = floodFromBorder(distances, width, height);
  for (let index = 0; index < reached.length; index += 1) {
    if (!reached[index]) continue;
    const distance = distances[index] ?? 0;
    const opacity = (distance - surelyBackground) / (surelySubject - surelyBackground);
    data[index * 4 + 3] = Math.round(Math.min(1, Math.max(0, opacity)) * (data[index * 4 + 3] ?? 255));
  }
  const cut = sharp(data, { raw: { width, height, channels: 4 } });
  const encoded = await (format === "png" ? cut.png() : cut.webp({ quality: 90 })).toBuffer();
  return { bytes: encoded, width, height, mediaType: `image/${format}` };
}

async function readPixels(bytes: Uint8Array) {
  try {
    return await sharp(bytes).autoOrient().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

/** How far each pixel's colour is from the nearest of the border's mean colours: one each for the four sides. */
function distancesToBackground(data: Buffer, width: number, height: number): Float32Array {
  const sides = [
    meanColour(data, width, (x, y) => y < 4 && x >= 0, height),
    meanColour(data, width, (_, y) => y >= height - 4, height),
    meanColour(data, width, (x) => x < 4, height),
    meanColour(data, width, (x) => x >= width - 4, height),
  ];
  const distances = new Float32Array(width * height);
  for (let index = 0; index < distances.length; index += 1) {
    const at = index * 4;
    let nearest = Number.POSITIVE_INFINITY;
    for (const [red, green, blue] of sides) {
      const distance = Math.hypot((data[at] ?? 0) - red, (data[at + 1] ?? 0) - green, (data[at + 2] ?? 0) - blue);
      if (distance < nearest) nearest = distance;
    }
    distances[index] = nearest;
  }
  return distances;
}

function meanColour(
  data: Buffer,
  width: number,
  belongs: (x: number, y: number) => boolean,
  height: number,
): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!belongs(x, y)) continue;
      const at = (y * width + x) * 4;
      sums[0] += data[at] ?? 0;
      sums[1] += data[at + 1] ?? 0;
      sums[2] += data[at + 2] ?? 0;
      count += 1;
    }
  }
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

/** The pixels that can be reached from the border without crossing the subject. */
function floodFromBorder(distances: Float32Array, width: number, height: number): Uint8Array {
  const reached = new Uint8Array(width * height);
  const queue: number[] = [];
  const visit = (index: number) => {
    if (reached[index] || (distances[index] ?? 0) >= surelySubject) return;
    reached[index] = 1;
    queue.push(index);
  };
  for (let x = 0; x < width; x += 1) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y += 1) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const x = index % width;
    if (x > 0) visit(index - 1);
    if (x < width - 1) visit(index + 1);
    if (index >= width) visit(index - width);
    if (index < width * (height - 1)) visit(index + width);
  }
  return reached;
}
