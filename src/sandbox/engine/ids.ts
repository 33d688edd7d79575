import { randomBytes } from "node:crypto";

/** Letters and digits that are not mistaken for each other (Crockford). */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id that nobody can guess; ids made later sort later. `instantMs` is milliseconds since 1970. */
export function newWorkflowId(instantMs: number): string {
  return `wf_${encode(BigInt(instantMs), 10)}${randomText(12)}`;
}

/** The id of a file, with the extension of its media type. */
export function newBlobId(mediaType: string): string {
  return `${randomText(26)}${extensions[mediaType] ?? ""}`;
}

/** The id of a step's job: one per item. */
export function jobIdOf(workflowId: string, stepPosition: number, item: number): string {
  return `${workflowId}-${stepPosition}-${item}`;
}

const extensions: Record<string, string> = {
  "image/jpeg": ".jpeg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/gif": ".gif",
  "image/svg+xml": ".svg",
  "video/mp4": ".mp4",
  "video/webm": ".webm",
  "audio/wav": ".wav",
  "audio/mpeg": ".mp3",
  "audio/flac": ".flac",
  "audio/ogg": ".ogg",
  "model/gltf-binary": ".glb",
  "application/x-fbx": ".fbx",
  "application/x-safetensors": ".safetensors",
  "application/zip": ".zip",
  "application/x-tar": ".tar",
  "application/json": ".json",
};

function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => digits[byte % digits.length]).join("");
}

function encode(number: bigint, length: number): string {
  let text = "";
  for (let rest = number; text.length < length; rest /= 32n) text = `${digits[Number(rest % 32n)]}${text}`;
  return text;
}
