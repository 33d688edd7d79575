import { seedFrom } from "#sandbox/random.ts";
import type { PixelSize } from "./image-gen-size.ts";
import type { PictureFormat } from "./media/draw-picture.ts";
import { NotAnImage, readImageFacts } from "./media/process-image.ts";
import { varyPicture } from "./media/vary-picture.ts";
import type { BlobContent, BlobStub, RunTools } from "./step-handler.ts";

/** What pictures are made from. `look` is all of the input that a picture depends on, except its seed and source. */
export type PictureOrder = {
  prompt: string;
  look: string;
  seed: number | null | undefined;
  format: "jpeg" | "png" | "webP";
  /** Left open, pictures are as large as the source. */
  size: PixelSize | undefined;
  source?: { url: string; strength: number } | undefined;
};

/** An edge in pixels where neither the input nor a source says one. */
const usualEdge = 1024;

/**
 * Register as many pictures as the step delivers. The first has the seed of the input, the next one more, and so on.
 * A source that can be read here shines through; one on another host does not (decisions, "Step types").
 */
export async function makePictures(order: PictureOrder, tools: RunTools): Promise<BlobStub[]> {
  const source = await readSource(order, tools);
  const size = order.size ?? source?.size ?? { width: usualEdge, height: usualEdge };
  const format: PictureFormat = order.format === "webP" ? "webp" : order.format;
  const firstSeed = order.seed ?? tools.seed;
  const pictures: BlobStub[] = [];
  for (let index = 0; index < tools.items; index += 1) {
    const picture = { prompt: order.prompt, seed: seedFrom(order.look, firstSeed + index), ...size, format };
    const content: BlobContent = source
      ? { kind: "bytes", bytes: await varyPicture(source.bytes, source.strength, picture) }
      : { kind: "recipe", recipe: { maker: "picture", ...picture } };
    pictures.push(tools.addBlob({ medium: "image", mediaType: `image/${format}`, content, ...size }));
  }
  return pictures;
}

type Source = { bytes: Uint8Array; strength: number; size: PixelSize };

async function readSource({ source }: PictureOrder, tools: RunTools): Promise<Source | undefined> {
  if (source === undefined) return undefined;
  const read = await tools.readMedia(source.url);
  if (!read.ok || !read.mediaType.startsWith("image/")) return undefined;
  try {
    const { width, height } = await readImageFacts(read.bytes);
    return { bytes: read.bytes, strength: source.strength, size: { width, height } };
  } catch (error) {
    if (error instanceof NotAnImage) return undefined;
    throw error;
  }
}
