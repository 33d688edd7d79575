import sharp, { type Metadata, type Sharp } from "sharp";
import { StepRefusal } from "../step-refusal.ts";
import { inTurn } from "./in-turn.ts";
import { type ImageTransform, transformFrames } from "./transform-frames.ts";

export type ImageFormat = "jpeg" | "png" | "webp" | "gif";

/** Facts of a picture: pixels, and what it is. `frames` is above 1 for an animation. */
export type ImageFacts = { width: number; height: number; mediaType: string; frames: number; hasAlpha: boolean };

/** A processed picture. */
export type ProcessedImage = { bytes: Uint8Array; width: number; height: number; mediaType: string };

/** The bytes are no picture that can be read. */
export class NotAnImage extends StepRefusal {
  constructor(options?: ErrorOptions) {
    super("The input is not a picture that can be read.", options);
    this.name = "NotAnImage";
  }
}

export type ImageOutput = {
  format: ImageFormat;
  /** 1 to 100, of JPEG and of WebP that is not lossless. */
  quality?: number;
  lossless?: boolean;
  /** Of GIF and WebP; the other formats hold one picture. */
  maxFrames?: number | null;
  hideMetadata?: boolean;
};

/** How long each frame of an animation stands, in milliseconds, and how often it runs (0 is for ever). */
type FrameTiming = { delay?: number[]; loop?: number };

/** The largest edge that an upscale makes, in px. */
const largestEdge = 8192;

/** Read width, height, type and frames. Refuses with NotAnImage. */
export async function readImageFacts(bytes: Uint8Array): Promise<ImageFacts> {
  const read = await reading(() => sharp(bytes).metadata());
  return {
    width: read.autoOrient.width ?? read.width,
    height: read.autoOrient.height ?? read.height,
    mediaType: `image/${read.format}`,
    frames: read.pages ?? 1,
    hasAlpha: read.hasAlpha,
  };
}

/** Double the resolution so many times, sharpening a little each time. Refuses with NotAnImage; stops at 8192 px. */
export async function upscaleImage(bytes: Uint8Array, repeats: number): Promise<ProcessedImage> {
  const { width, height, mediaType } = await readImageFacts(bytes);
  const factor = Math.min(2 ** repeats, largestEdge / Math.max(width, height));
  const edge = (pixels: number) => Math.max(1, Math.round(pixels * factor));
  const larger = sharp(bytes)
    .autoOrient()
    .resize(edge(width), edge(height), { kernel: "lanczos3", fit: "fill" })
    .sharpen({ sigma: 0.8 });
  const format = mediaType === "image/png" ? "png" : mediaType === "image/webp" ? "webp" : "jpeg";
  return finish(larger, { format, quality: 90 });
}

/**
 * Apply transforms in order, to every frame of an animation, and write another format. An animation becomes its first
 * frame in a format that holds one picture. Refuses with NotAnImage.
 */
export async function convertImage(
  bytes: Uint8Array,
  output: ImageOutput,
  transforms: readonly ImageTransform[] = [],
): Promise<ProcessedImage> {
  const facts = await reading(() => sharp(bytes).metadata());
  const isAnimatable = output.format === "gif" || output.format === "webp";
  const count = isAnimatable
    ? Math.min(facts.pages ?? 1, Math.max(1, output.maxFrames ?? Number.POSITIVE_INFINITY))
    : 1;
  const frames = await reading(() => transformFrames(bytes, count, transforms, !output.hideMetadata));
  if (frames.length > 1) {
    return finish(sharp(frames, { join: { animated: true } }), { ...output, ...timingOf(facts, count) });
  }
  const image = sharp(frames[0]);
  return finish(output.hideMetadata ? image : image.keepMetadata(), output);
}

/** A small copy for lists, as WebP, at most so many px at its longer edge; never enlarged. */
export async function thumbnail(bytes: Uint8Array, longestEdge: number): Promise<ProcessedImage> {
  const small = sharp(bytes).autoOrient().resize(longestEdge, longestEdge, { fit: "inside", withoutEnlargement: true });
  return finish(small, { format: "webp", quality: 80 });
}

function timingOf({ delay, loop }: Metadata, frames: number): FrameTiming {
  return { ...(delay && { delay: delay.slice(0, frames) }), ...(loop !== undefined && { loop }) };
}

async function finish(image: Sharp, output: ImageOutput & FrameTiming): Promise<ProcessedImage> {
  const { data, info } = await reading(() =>
    inTurn(() => encodeImage(image, output).toBuffer({ resolveWithObject: true })),
  );
  return {
    bytes: data,
    width: info.width,
    height: info.pageHeight ?? info.height,
    mediaType: `image/${output.format}`,
  };
}

/** An image about to be written in a format. */
export function encodeImage(
  image: Sharp,
  { format, quality = 85, lossless = false, delay, loop }: ImageOutput & FrameTiming,
): Sharp {
  const timing = { ...(delay && { delay }), ...(loop !== undefined && { loop }) };
  switch (format) {
    case "jpeg":
      return image.flatten({ background: "#ffffff" }).jpeg({ quality });
    case "png":
      return image.png();
    case "webp":
      return image.webp({ ...(lossless ? { lossless } : { quality }), ...timing });
    case "gif":
      return image.gif(timing);
  }
}

/** sharp throws on what it can't read; that is the input's fault, not a bug. */
async function reading<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof NotAnImage ? cause : new NotAnImage({ cause });
  }
}
