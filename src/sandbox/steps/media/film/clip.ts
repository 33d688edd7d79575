import sharp from "sharp";
import { encodePicture, pictureSvg } from "../draw-picture.ts";
import { encodeFilm } from "./encode-film.ts";
import { appendBox, readBox, readClipFacts } from "./mp4-boxes.ts";

/** What a clip depends on. Pixels are made even; seconds and frames are bounded by `clipSize` and 24 frames a second. */
export type ClipRequest = {
  prompt: string;
  seed: number;
  width: number;
  height: number;
  seconds: number;
  framesPerSecond: number;
  /** The picture that the camera moves over; without it one is drawn from the prompt. */
  startImage?: Uint8Array;
};

/** How the camera moves, and over what: kept inside the file, so that it can be filmed again in another size. */
type Script = { seed: number; seconds: number; framesPerSecond: number };

/** The picture is kept with this much room around the frame, for the camera to move in. */
const room = 1.25;
const longestEdge = 854;
const scriptBox = "bscr";
const sheetBox = "bsht";

/** The size that a clip is really made in: the asked shape, its longer edge at most 854 px, both edges even. */
export function clipSize(width: number, height: number): { width: number; height: number } {
  const factor = Math.min(1, longestEdge / Math.max(width, height));
  const even = (edge: number) => Math.max(16, Math.round((edge * factor) / 2) * 2);
  return { width: even(width), height: even(height) };
}

/** A playable MP4 (H.264, no sound) in which the camera moves slowly over a picture. Encoded off the main thread. */
export async function makeClip(request: ClipRequest): Promise<Uint8Array> {
  const { width, height } = clipSize(request.width, request.height);
  const sheet = await drawSheet(request, Math.round(width * room), Math.round(height * room));
  const { seed, seconds } = request;
  const framesPerSecond = Math.min(24, Math.max(6, Math.round(request.framesPerSecond)));
  return film(sheet, width, height, { seed, seconds, framesPerSecond });
}

/**
 * Film one of our own clips again in another width; the height follows. `undefined` when the bytes are another's MP4:
 * there is no decoder for those here.
 */
export async function resizeClip(clip: Uint8Array, width: number): Promise<Uint8Array | undefined> {
  const [script, sheet, facts] = [readBox(clip, scriptBox), readBox(clip, sheetBox), readClipFacts(clip)];
  if (!script || !sheet || !facts) return undefined;
  const even = (edge: number) => Math.max(16, Math.round(edge / 2) * 2);
  const parsed: Script = JSON.parse(new TextDecoder().decode(script));
  return film(sheet, even(width), even((width * facts.height) / facts.width), parsed);
}

/** The first look of one of our own clips as a JPEG; `undefined` for another's. */
export async function posterOf(clip: Uint8Array, longestPx: number): Promise<Uint8Array | undefined> {
  const sheet = readBox(clip, sheetBox);
  if (!sheet) return undefined;
  const small = sharp(sheet).resize(longestPx, longestPx, { fit: "inside", withoutEnlargement: true });
  return encodePicture(small, { format: "jpeg", quality: 80 });
}

async function drawSheet({ startImage, ...request }: ClipRequest, width: number, height: number): Promise<Uint8Array> {
  const source = startImage ?? Buffer.from(pictureSvg({ ...request, width, height }));
  return encodePicture(sharp(source).resize(width, height, { fit: "cover" }), { format: "jpeg", quality: 90 });
}

async function film(sheet: Uint8Array, width: number, height: number, script: Script): Promise<Uint8Array> {
  const [sheetWidth, sheetHeight] = [Math.round(width * room), Math.round(height * room)];
  const pixels = await sharp(sheet).resize(sheetWidth, sheetHeight, { fit: "fill" }).ensureAlpha().raw().toBuffer();
  const frames = Math.max(2, Math.round(script.seconds * script.framesPerSecond));
  const { framesPerSecond, seed } = script;
  const bytes = await encodeFilm({ pixels, sheetWidth, sheetHeight, width, height, frames, framesPerSecond, seed });
  const withScript = appendBox(bytes, scriptBox, new TextEncoder().encode(JSON.stringify(script)));
  return appendBox(withScript, sheetBox, sheet);
}
