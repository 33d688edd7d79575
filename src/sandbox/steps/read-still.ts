import { posterOf } from "./media/film/clip.ts";
import type { RunTools } from "./step-handler.ts";

type Still = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

const longestPosterEdge = 1920;

/** A picture to look at: the input itself, or the first look of a clip that the sandbox made; or the reason why not. */
export async function readStill(source: string, tools: RunTools): Promise<Still> {
  const read = await tools.readMedia(source);
  if (!read.ok) return read;
  if (!read.mediaType.startsWith("video/")) return { ok: true, bytes: read.bytes };
  const poster = await posterOf(read.bytes, longestPosterEdge);
  if (poster) return { ok: true, bytes: poster };
  return { ok: false, reason: "The sandbox looks into clips only that it made: it has no video decoder." };
}
