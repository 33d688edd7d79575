import sharp from "sharp";

/** A rectangle in px; the ends may stand in either order. */
export type BlurRegion = { x1: number; y1: number; x2: number; y2: number };

/** Blur the whole picture, only the regions (`include`), or all but the regions (`exclude`). Strength 1 to 100. */
export type BlurTransform = {
  type: "blur";
  blur: number;
  mode: "include" | "exclude";
  regions?: readonly BlurRegion[];
};

/** The picture with a Gaussian blur where the transform says, as PNG. Without regions the whole picture is blurred. */
export async function blurRegions(picture: Buffer, { blur, mode, regions = [] }: BlurTransform): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  // Strength 100 is a blur over about a twentieth of the longer edge.
  const sigma = Math.max(0.5, (blur / 100) * (Math.max(width, height) / 20));
  const blurred = await sharp(picture).blur(sigma).keepMetadata().png().toBuffer();
  if (regions.length === 0) return blurred;
  const mask = Buffer.from(maskOf(regions, width, height));
  const [base, over] = mode === "include" ? [picture, blurred] : [blurred, picture];
  const cutOut = await sharp(over)
    .ensureAlpha()
    .composite([{ input: mask, blend: "dest-in" }])
    .png()
    .toBuffer();
  return sharp(base)
    .composite([{ input: cutOut }])
    .keepMetadata()
    .png()
    .toBuffer();
}

function maskOf(regions: readonly BlurRegion[], width: number, height: number): string {
  const rectangles = regions.map(({ x1, y1, x2, y2 }) => {
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
    return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#fff"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rectangles.join("")}</svg>`;
}
