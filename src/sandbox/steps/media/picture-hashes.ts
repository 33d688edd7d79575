import sharp from "sharp";
import type { MediaHashType } from "#contract/step-inputs/media-hash.ts";
import { NotAnImage } from "./process-image.ts";

/**
 * The hash of a picture, in hexadecimal digits; alike pictures differ in few bits. `perceptual` compares neighbours in
 * a grid of 9 by 8 (64 bits); the others take the lowest frequencies of 32 by 32 or 64 by 64 px by a cosine
 * transform, and say of each whether it is above their median (64 and 256 bits). Refuses with NotAnImage.
 */
export async function hashPicture(bytes: Uint8Array, type: MediaHashType): Promise<string> {
  switch (type) {
    case "perceptual":
      return differenceHash(await greys(bytes, 9, 8));
    case "perceptualDct":
      return frequencyHash(await greys(bytes, 32, 32), 32, 8);
    case "perceptualDct256":
      return frequencyHash(await greys(bytes, 64, 64), 64, 16);
  }
}

/** How bright a picture is in each field of a grid, row by row. */
async function greys(bytes: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  try {
    const small = sharp(bytes).autoOrient().flatten({ background: "#ffffff" }).resize(width, height, { fit: "fill" });
    return await small.greyscale().raw().toBuffer();
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

function differenceHash(values: Uint8Array): string {
  const bits = Array.from({ length: 64 }, (_, index) => {
    const at = Math.floor(index / 8) * 9 + (index % 8);
    return (values[at] ?? 0) < (values[at + 1] ?? 0);
  });
  return toHex(bits);
}

function frequencyHash(values: Uint8Array, edge: number, kept: number): string {
  const low = lowFrequencies(values, edge, kept);
  // The first one is the brightness of the whole; it says nothing of the picture's shape.
  const sorted = low.slice(1).toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return toHex(low.map((value) => value > median));
}

/** The lowest `kept` by `kept` coefficients of the cosine transform (DCT-II) of a square, row by row. */
function lowFrequencies(values: Uint8Array, edge: number, kept: number): number[] {
  const waves = Array.from({ length: kept }, (_, frequency) =>
    Array.from({ length: edge }, (__, place) => Math.cos((Math.PI * frequency * (2 * place + 1)) / (2 * edge))),
  );
  const along = waves.map((wave) =>
    Array.from({ length: edge }, (_, y) => wave.reduce((sum, cos, x) => sum + cos * (values[y * edge + x] ?? 0), 0)),
  );
  return waves.flatMap((down) => along.map((row) => down.reduce((sum, cos, y) => sum + cos * (row[y] ?? 0), 0)));
}

function toHex(bits: readonly boolean[]): string {
  const digits = Array.from({ length: bits.length / 4 }, (_, index) =>
    bits.slice(index * 4, index * 4 + 4).reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0),
  );
  return digits.map((digit) => digit.toString(16)).join("");
}
