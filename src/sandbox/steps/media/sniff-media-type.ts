/** The media types that the bytes themselves can tell. */
export type SniffedMediaType =
  | "image/jpeg"
  | "image/png"
  | "image/webp"
  | "image/gif"
  | "video/mp4"
  | "video/webm"
  | "audio/wav"
  | "audio/mpeg"
  | "audio/flac"
  | "audio/ogg";

/** Files that are built like MP4 and are none: HEIF and AVIF pictures, sound alone, QuickTime. */
const otherBrands = new Set([
  "heic",
  "heix",
  "heim",
  "heis",
  "hevc",
  "mif1",
  "msf1",
  "avif",
  "avis",
  "M4A ",
  "M4B ",
  "qt  ",
]);

/** What a file is, by its first bytes and whatever its name says; `undefined` for anything else. */
export function sniffMediaType(bytes: Uint8Array): SniffedMediaType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (text(bytes, 0, 6) === "GIF87a" || text(bytes, 0, 6) === "GIF89a") return "image/gif";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP") return "image/webp";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WAVE") return "audio/wav";
  if (text(bytes, 4, 4) === "ftyp" && !otherBrands.has(text(bytes, 8, 4))) return "video/mp4";
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]) && !text(bytes, 0, 64).includes("matroska")) return "video/webm";
  if (text(bytes, 0, 4) === "fLaC") return "audio/flac";
  if (text(bytes, 0, 4) === "OggS") return "audio/ogg";
  if (text(bytes, 0, 3) === "ID3" || isMp3Frame(bytes)) return "audio/mpeg";
  return undefined;
}

/** The sync word of an MPEG layer III frame whose bit rate and sample rate are not the forbidden ones. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSynced = first === 0xff && (second & 0xe6) === 0xe2;
  return isSynced && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
