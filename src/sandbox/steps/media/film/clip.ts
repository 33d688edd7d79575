import sharp from "sharp";
import { drawPicture, encodePicture } from "../draw-picture.ts";
import { NotAnImage } from "../process-image.ts";
import { encodeFilm } from "./encode-film.ts";
import { finishMp4 } from "./finish-mp4.ts";
import { appendBox, readBox, readBoxes, readClipFacts } from "./mp4-boxes.ts";

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
  /** The picture that the first one turns into on the way. */
  endImage?: Uint8Array;
};

/** How the camera moves, and over what: kept inside the file, so that it can be filmed again in another size. */
type Script = { seed: number; seconds: number; framesPerSecond: number };

/** The picture is kept with this much room around the frame, for the camera to move in. */
const room = 1.25;
const longestEdge = 854;
const scriptBox = "bscr";
const sheetBox = "bsht";

/** The size that a clip is really made in: the asked shape, its longer edge at most 854 px, both edges even. */
export function clipSize(width: number, height: number): Size {
  const factor = Math.min(1, longestEdge / Math.max(width, height));
  return { width: even(width * factor), height: even(height * factor) };
}

/**
 * A playable MP4 (H.264, no sound) in which the camera moves slowly over a picture: the same request gives the same
 * bytes. Encoded in a worker thread. Refuses with NotAnImage when a given picture can't be read.
 */
export async function makeClip(request: ClipRequest): Promise<Uint8Array> {
  const size = clipSize(request.width, request.height);
  const { startImage, endImage, seed, seconds } = request;
  const first = await (startImage ? fitSheet(startImage, size) : drawSheet(request, size));
  const sheets = endImage ? [first, await fitSheet(endImage, size)] : [first];
  const framesPerSecond = Math.min(24, Math.max(6, Math.round(request.framesPerSecond)));
  return film(sheets, size, { seed, seconds, framesPerSecond });
}

/**
 * Film one of our own clips again in another width; the height follows. `undefined` when the bytes are another's MP4:
 * there is no decoder for those here.
 */
export async function resizeClip(clip: Uint8Array, width: number): Promise<Uint8Array | undefined> {
  const [script, sheets, facts] = [readBox(clip, scriptBox), readBoxes(clip, sheetBox), readClipFacts(clip)];
  if (!script || sheets.length === 0 || !facts) return undefined;
  const parsed: Script = JSON.parse(new TextDecoder().decode(script));
  return film(sheets, { width: even(width), height: even((width * facts.height) / facts.width) }, parsed);
}

/** The first look of one of our own clips as a JPEG; `undefined` for another's. */
export async function posterOf(clip: Uint8Array, longestPx: number): Promise<Uint8Array | undefined> {
  const sheet = readBox(clip, sheetBox);
  if (!sheet) return undefined;
  const small = sharp(sheet).resize(longestPx, longestPx, { fit: "inside", withoutEnlargement: true });
  return encodePicture(small, { format: "jpeg", quality: 80 });
}

type Size = { width: number; height: number };

/** An encoder's frame has even edges; below 16 px there is nothing to see. */
const even = (edge: number) => Math.max(16, Math.round(edge / 2) * 2);

const sheetSize = ({ width, height }: Size): Size => ({ width: even(width * room), height: even(height * room) });

async function drawSheet({ prompt, seed }: ClipRequest, size: Size): Promise<Uint8Array> {
  return drawPicture({ prompt, seed, ...sheetSize(size), format: "jpeg", quality: 90 });
}

async function fitSheet(image: Uint8Array, size: Size): Promise<Uint8Array> {
  const { width, height } = sheetSize(size);
  try {
    const fitted = sharp(image).autoOrient().resize(width, height, { fit: "cover" });
    return await encodePicture(fitted, { format: "jpeg", quality: 90 });
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

async function film(sheets: readonly Uint8Array[], size: Size, script: Script): Promise<Uint8Array> {
  const { width: sheetWidth, height: sheetHeight } = sheetSize(size);
  const pixels = sheets.map((sheet) =>
    sharp(sheet).resize(sheetWidth, sheetHeight, { fit: "fill" }).toColourspace("srgb").removeAlpha().raw().toBuffer(),
  );
  const frames = Math.max(2, Math.round(script.seconds * script.framesPerSecond));
  const { framesPerSecond, seed } = script;
  const plan = { sheetWidth, sheetHeight, ...size, frames, framesPerSecond, seed };
  const bytes = finishMp4(await encodeFilm({ sheets: await Promise.all(pixels), ...plan }));
  const withScript = appendBox(bytes, scriptBox, new TextEncoder().encode(JSON.stringify(script)));
  return sheets.reduce((file, sheet) => appendBox(file, sheetBox, sheet), withScript);
}
