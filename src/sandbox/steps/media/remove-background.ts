import sharp from "sharp";
import { borderColours, type Pixels } from "./border-colours.ts";
import { NotAnImage, type ProcessedImage } from "./process-image.ts";

/** Colour distances (0 to 441) up to which a pixel is background, and from which it is surely not. */
const surelyBackground = 26;
const surelySubject = 64;
/** The matte is worked out at this size at most: it holds up the server for some hundredths of a second, not seconds. */
const longestMatteEdge = 640;
/** A pixel of less opacity (of 255) is clear. */
const clearBelow = 8;

/**
 * Cut the subject out: the colours of the border are taken away from there inwards, with a soft edge. The result has
 * an alpha channel. Refuses with NotAnImage.
 */
export async function removeBackground(bytes: Uint8Array, format: "png" | "webp"): Promise<ProcessedImage> {
  const image = await readPicture(bytes);
  const { width, height } = image.info;
  const small = await sharp(image.data)
    .resize(longestMatteEdge, longestMatteEdge, { fit: "inside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const matte = matteOf({ data: small.data, width: small.info.width, height: small.info.height });
  const mask = await sharp(matte, { raw: { width: small.info.width, height: small.info.height, channels: 1 } })
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .extractChannel(0)
    .raw()
    .toBuffer();
  // Where the source is clear already it stays so: the new opacity multiplies the old.
  const cut = sharp(image.data).composite([{ input: await asOpacity(mask, width, height), blend: "dest-in" }]);
  const encoded = await (format === "png" ? cut.png() : cut.webp({ quality: 90 })).toBuffer();
  return { bytes: encoded, width, height, mediaType: `image/${format}` };
}

async function readPicture(bytes: Uint8Array) {
  try {
    const image = sharp(bytes).autoOrient().toColourspace("srgb").ensureAlpha();
    return await image.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

/** A white sheet that is as opaque as the mask says. */
function asOpacity(mask: Buffer, width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#ffffff" } })
    .joinChannel(mask, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** How opaque each pixel is to be, 0 to 255. */
function matteOf(pixels: Pixels): Buffer {
  const distances = distancesToBackground(pixels);
  const matte = Buffer.alloc(distances.length, 255);
  for (const index of reachedFromBorder(distances, pixels)) {
    const distance = distances[index] ?? 0;
    const opacity = (distance - surelyBackground) / (surelySubject - surelyBackground);
    matte[index] = Math.round(255 * Math.min(1, Math.max(0, opacity)));
  }
  return matte;
}

/** How far each pixel's colour is from the nearest colour of the border; clear pixels are background. */
function distancesToBackground({ data, width, height }: Pixels): Float32Array {
  const colours = borderColours({ data, width, height });
  const distances = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  for (const [red, green, blue] of colours) {
    for (let index = 0, at = 0; index < distances.length; index += 1, at += 4) {
      const apart =
        ((data[at] ?? 0) - red) ** 2 + ((data[at + 1] ?? 0) - green) ** 2 + ((data[at + 2] ?? 0) - blue) ** 2;
      if (apart < (distances[index] ?? 0)) distances[index] = apart;
    }
  }
  for (let index = 0; index < distances.length; index += 1) {
    const isClear = (data[index * 4 + 3] ?? 0) < clearBelow;
    distances[index] = isClear ? 0 : Math.sqrt(distances[index] ?? 0);
  }
  return distances;
}

/** The pixels that can be reached from the border without crossing the subject. */
function reachedFromBorder(distances: Float32Array, { width, height }: Pixels): number[] {
  const seen = new Uint8Array(width * height);
  const reached: number[] = [];
  const visit = (index: number) => {
    if (seen[index] || (distances[index] ?? 0) >= surelySubject) return;
    seen[index] = 1;
    reached.push(index);
  };
  for (let x = 0; x < width; x += 1) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y += 1) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let next = 0; next < reached.length; next += 1) {
    const index = reached[next] ?? 0;
    const x = index % width;
    if (x > 0) visit(index - 1);
    if (x < width - 1) visit(index + 1);
    if (index >= width) visit(index - width);
    if (index < width * (height - 1)) visit(index + width);
  }
  return reached;
}
