import sharp from "sharp";
import { sheetBox } from "../film/clip.ts";
import { appendExtra } from "../film/clip-extras.ts";
import { keyFrameOf, writeWebm } from "../film/write-webm.ts";
import { NotAnImage, readImageFacts } from "../process-image.ts";
import { encodeOpus } from "../speech/encode-opus.ts";
import { notesName } from "../wav.ts";
import type { Recording } from "./make-music.ts";

/** A piece of music with a picture to look at: a WebM of VP8 and Opus. Pixels and seconds. */
export type CoverFilm = { bytes: Uint8Array; width: number; height: number };

const longestEdge = 720;
/** The same picture again and again, so that a player can jump. */
const secondsEach = 1;

/** Put a picture to a piece. Refuses with NotAnImage when the picture can't be read. */
export async function filmCover(cover: Uint8Array, { sound, notes }: Recording, seconds: number): Promise<CoverFilm> {
  const { webp, width, height } = await coverFrame(cover);
  const picture = keyFrameOf(webp);
  const pictures = Array.from({ length: Math.max(1, Math.ceil(seconds / secondsEach)) }, () => picture);
  const film = await writeWebm({ pictures, secondsEach, width, height }, await encodeOpus(sound));
  const withNotes = appendExtra(film, notesName, new TextEncoder().encode(JSON.stringify(notes)));
  return { bytes: appendExtra(withNotes, sheetBox, webp), width, height };
}

async function coverFrame(cover: Uint8Array) {
  const facts = await readImageFacts(cover);
  const factor = Math.min(1, longestEdge / Math.max(facts.width, facts.height));
  const [width, height] = [even(facts.width * factor), even(facts.height * factor)];
  try {
    const fitted = sharp(cover).autoOrient().resize(width, height, { fit: "fill" }).flatten({ background: "#000000" });
    return { webp: await fitted.toColourspace("srgb").webp({ quality: 80 }).toBuffer(), width, height };
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

const even = (edge: number) => Math.max(16, Math.round(edge / 2) * 2);
