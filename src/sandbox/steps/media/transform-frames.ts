import sharp, { type Sharp } from "sharp";
import { type BlurTransform, blurRegions } from "./blur-regions.ts";

/** The height follows the width. Without a width the picture stays as it is. */
export type ResizeTransform = { type: "resize"; targetWidth?: number | null };
export type ImageTransform = ResizeTransform | BlurTransform;

/**
 * The first frames of a picture with the transforms applied to each, as PNG: nothing is lost between the transforms.
 * They are turned upright first, so that regions and widths mean what the viewer sees.
 */
export async function transformFrames(
  bytes: Uint8Array,
  frames: number,
  transforms: readonly ImageTransform[],
  keepsMetadata: boolean,
): Promise<Buffer[]> {
  const done: Buffer[] = [];
  for (let page = 0; page < frames; page += 1) {
    const upright = sharp(bytes, { page }).autoOrient();
    let frame = await asPng(keepsMetadata ? upright.keepMetadata() : upright);
    for (const transform of transforms) frame = await apply(frame, transform);
    done.push(frame);
  }
  return done;
}

async function apply(frame: Buffer, transform: ImageTransform): Promise<Buffer> {
  switch (transform.type) {
    case "blur":
      return blurRegions(frame, transform);
    case "resize":
      return transform.targetWidth
        ? asPng(sharp(frame).resize({ width: transform.targetWidth }).keepMetadata())
        : frame;
  }
}

function asPng(image: Sharp): Promise<Buffer> {
  return image.png({ compressionLevel: 1 }).toBuffer();
}
