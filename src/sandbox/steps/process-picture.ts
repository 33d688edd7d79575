import type { ProcessedImage } from "./media/process-image.ts";
import type { BlobStub, RunTools } from "./step-handler.ts";

export type ProcessedPicture = { ok: true; blob: BlobStub } | { ok: false; reason: string };

/** Read the picture that the input names, work on its bytes and register the result; or the reason why not. */
export async function processPicture(
  source: string,
  tools: RunTools,
  work: (bytes: Uint8Array) => Promise<ProcessedImage>,
): Promise<ProcessedPicture> {
  const read = await tools.readMedia(source);
  if (!read.ok) return read;
  const { bytes, mediaType, width, height } = await work(read.bytes);
  const content = { kind: "bytes" as const, bytes };
  return { ok: true, blob: tools.addBlob({ medium: "image", mediaType, content, width, height }) };
}
