import { sniffMediaType } from "../steps/media/sniff-media-type.ts";
import type { BlobBytes } from "../store/blob-store.ts";

const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
/** Shorter than this, no file is told by its bytes. */
const shortestFile = 16;

/** The bytes of a data URL or of bare base64; `undefined` for anything else. The bytes themselves tell the media type. */
export function decodeInline(source: string): BlobBytes | undefined {
  const dataUrl = /^data:([^,;]*)((?:;[^,;]*)*),/i.exec(source.slice(0, 500));
  if (dataUrl) {
    const [head, declared = "", parameters = ""] = dataUrl;
    const content = source.slice(head.length);
    const bytes = /;base64$/i.test(parameters) ? Buffer.from(content, "base64") : decodePercents(content);
    if (!bytes || bytes.length === 0) return undefined;
    return { bytes, mediaType: sniffMediaType(bytes) ?? (declared || "application/octet-stream") };
  }
  if (source.length < shortestFile || !base64.test(source)) return undefined;
  const bytes = Buffer.from(source, "base64");
  const mediaType = sniffMediaType(bytes);
  return mediaType && { bytes, mediaType };
}

function decodePercents(text: string): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
