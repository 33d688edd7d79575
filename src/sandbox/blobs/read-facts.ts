import { NotAnImage, readImageFacts } from "../steps/media/process-image.ts";
import { readMediaFacts } from "../steps/media/read-media-facts.ts";
import type { MediaFacts } from "../steps/step-handler.ts";
import type { BlobBytes } from "../store/blob-store.ts";

/** What the bytes of a file tell about it: pixels, seconds. Less or nothing where its format is not read here. */
export async function readFacts({ bytes, mediaType }: BlobBytes): Promise<MediaFacts | undefined> {
  if (mediaType.startsWith("image/")) return readPictureFacts(bytes);
  return readMediaFacts(bytes);
}

async function readPictureFacts(bytes: Uint8Array): Promise<MediaFacts | undefined> {
  try {
    const { width, height } = await readImageFacts(bytes);
    return { width, height };
  } catch (error) {
    if (error instanceof NotAnImage) return undefined;
    throw error;
  }
}
