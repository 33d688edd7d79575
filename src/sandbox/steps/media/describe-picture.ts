import sharp from "sharp";
import { NotAnImage } from "./process-image.ts";

/** What a picture shows, told by its pixels: names of what is seen, each with a share from 0 to 1. */
export type PictureTags = Record<string, number>;

const grid = 48;
/** Colours by their hue in degrees, in the order of the wheel; each reaches up to its number. */
const hues: readonly (readonly [number, string])[] = [
  [15, "red"],
  [45, "orange"],
  [70, "yellow"],
  [165, "green"],
  [200, "aqua"],
  [255, "blue"],
  [290, "purple"],
  [340, "pink"],
  [360, "red"],
];

/** Colours, light, contrast and shape of a picture. Refuses with NotAnImage. */
export async function describePicture(bytes: Uint8Array): Promise<PictureTags> {
  const { pixels, width, height, hasAlpha } = await readPixels(bytes);
  const count = pixels.length / 3;
  const shares: PictureTags = {};
  let [light, square, coloured] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 3) {
    const { hue, saturation, value } = toHsv(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    light += value / count;
    square += value ** 2 / count;
    if (saturation > 0.18 && value > 0.15) coloured += 1 / count;
    const name = nameOf(hue, saturation, value);
    shares[name] = (shares[name] ?? 0) + 1 / count;
  }
  const contrast = Math.sqrt(Math.max(0, square - light ** 2));
  const tags: PictureTags = {};
  for (const [colour, share] of Object.entries(shares)) {
    if (share > 0.08) tags[`${colour}_theme`] = Math.min(0.99, 0.35 + share);
  }
  if (coloured < 0.04) tags.monochrome = 1 - coloured * 5;
  if (light < 0.3) tags.dark = 1 - light;
  if (light > 0.78) tags.bright = light;
  if (contrast > 0.27) tags.high_contrast = Math.min(0.99, 0.5 + contrast);
  if (hasAlpha) tags.transparent_background = 0.99;
  const shape = width > height * 1.9 ? "wide_image" : height > width * 1.9 ? "tall_image" : undefined;
  if (shape) tags[shape] = 0.99;
  tags[width > height ? "landscape_format" : width < height ? "portrait_format" : "square_format"] = 0.99;
  return tags;
}

async function readPixels(bytes: Uint8Array) {
  try {
    const { width, height, autoOrient, hasAlpha } = await sharp(bytes).metadata();
    const isOpaque = !hasAlpha || (await sharp(bytes).stats()).isOpaque;
    const small = sharp(bytes).autoOrient().flatten({ background: "#ffffff" }).resize(grid, grid, { fit: "fill" });
    const pixels = await small.toColourspace("srgb").removeAlpha().raw().toBuffer();
    return { pixels, width: autoOrient.width ?? width, height: autoOrient.height ?? height, hasAlpha: !isOpaque };
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

function nameOf(hue: number, saturation: number, value: number): string {
  if (value < 0.15) return "black";
  if (saturation < 0.12) return value > 0.85 ? "white" : "grey";
  if (hue < 45 && value < 0.6) return "brown";
  return hues.find(([upTo]) => hue < upTo)?.[1] ?? "red";
}

/** Hue in degrees; saturation and value from 0 to 1. */
function toHsv(red: number, green: number, blue: number) {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const sixth =
    range === 0
      ? 0
      : most === red
        ? ((green - blue) / range + 6) % 6
        : most === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4;
  return { hue: sixth * 60, saturation: most === 0 ? 0 : range / most, value: most / 255 };
}
