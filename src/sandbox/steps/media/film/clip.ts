import sharp from "sharp";
import { drawPicture, encodePicture } from "../draw-picture.ts";
import { NotAnImage } from "../process-image.ts";
import { appendExtra, readExtras } from "./clip-extras.ts";
import { encodeFilm, type FilmRequest } from "./encode-film.ts";
import { finishMp4 } from "./finish-mp4.ts";
import { readClipFacts } from "./mp4-boxes.ts";
import { keyFrameOf, writeWebm } from "./write-webm.ts";

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

export type ClipContainer = "mp4" | "webm";

/** How the camera moves, and over what: kept inside the file, so that it can be filmed again in another size. */
type Script = { seed: number; seconds: number; framesPerSecond: number };

/** The picture is kept with this much room around the frame, for the camera to move in. */
const room = 1.25;
const longestEdge = 854;
const scriptBox = "bscr";
/** The first picture in it is what a film is known by. */
export const sheetBox = "bsht";

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
  return film(sheets, size, { seed, seconds, framesPerSecond }, "mp4");
}

/**
 * Film one of our own clips again in another width, as MP4 or WebM; the height follows. `undefined` when the bytes are
 * another's clip: there is no decoder for those here.
 */
export async function resizeClip(
  clip: Uint8Array,
  width: number,
  container: ClipContainer = "mp4",
): Promise<Uint8Array | undefined> {
  const own = readOwnClip(clip);
  if (!own) return undefined;
  const { script, sheets } = own;
  return film(sheets, { width: even(width), height: even((width * own.height) / own.width) }, script, container);
}

/** What one of our own clips tells of itself, px and all; `undefined` for another's. */
export function readOwnClip(clip: Uint8Array): OwnClip | undefined {
  const [script] = readExtras(clip, scriptBox);
  const sheets = readExtras(clip, sheetBox);
  if (!script || sheets.length === 0) return undefined;
  const { width, height, ...rest }: Script & Partial<Size> = JSON.parse(new TextDecoder().decode(script));
  // Clips of older versions do not say their size; all of those are MP4.
  const size = width && height ? { width, height } : readClipFacts(clip);
  return size && { script: rest, sheets, width: size.width, height: size.height };
}

/** The first look of one of our own clips as a JPEG; `undefined` for another's. */
export async function posterOf(clip: Uint8Array, longestPx: number): Promise<Uint8Array | undefined> {
  const [sheet] = readExtras(clip, sheetBox);
  if (!sheet) return undefined;
  const small = sharp(sheet).resize(longestPx, longestPx, { fit: "inside", withoutEnlargement: true });
  return encodePicture(small, { format: "jpeg", quality: 80 });
}

type Size = { width: number; height: number };
type OwnClip = Size & { script: Script; sheets: Uint8Array[] };

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

async function film(
  sheets: readonly Uint8Array[],
  size: Size,
  script: Script,
  container: ClipContainer,
): Promise<Uint8Array> {
  const { width: sheetWidth, height: sheetHeight } = sheetSize(size);
  const pixels = sheets.map((sheet) =>
    sharp(sheet).resize(sheetWidth, sheetHeight, { fit: "fill" }).toColourspace("srgb").removeAlpha().raw().toBuffer(),
  );
  const frames = Math.max(2, Math.round(script.seconds * script.framesPerSecond));
  const { framesPerSecond, seed } = script;
  const plan = { sheetWidth, sheetHeight, ...size, frames, framesPerSecond, seed };
  const shoot = { sheets: await Promise.all(pixels), ...plan };
  const bytes = container === "mp4" ? await filmMp4(shoot) : await filmWebm(shoot);
  const withScript = appendExtra(bytes, scriptBox, new TextEncoder().encode(JSON.stringify({ ...script, ...size })));
  return sheets.reduce((file, sheet) => appendExtra(file, sheetBox, sheet), withScript);
}

type Shoot = Omit<FilmRequest, "result">;

async function filmMp4(shoot: Shoot): Promise<Uint8Array> {
  const [file] = await encodeFilm({ ...shoot, result: "mp4" });
  if (!file) throw new Error("The encoder gave no file.");
  return finishMp4(file);
}

async function filmWebm(shoot: Shoot): Promise<Uint8Array> {
  const pictures = (await encodeFilm({ ...shoot, result: "pictures" })).map(keyFrameOf);
  return writeWebm({ pictures, secondsEach: 1 / shoot.framesPerSecond, width: shoot.width, height: shoot.height });
}
