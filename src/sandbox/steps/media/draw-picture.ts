import sharp, { type Sharp } from "sharp";
import { inTurn } from "./in-turn.ts";
import { chooseComposition } from "./picture/choose-composition.ts";
import { choosePalette, randomOf } from "./picture/choose-palette.ts";
import { mentions } from "./picture/mentions.ts";
import { tag } from "./picture/svg.ts";
import { encodeImage } from "./process-image.ts";

export type PictureFormat = "jpeg" | "png" | "webp";

/** What a picture depends on. Width and height in px; the same values always give the same bytes. */
export type PictureRequest = {
  prompt: string;
  /** Makes another picture, as another seed would; what it says is not understood. */
  negativePrompt?: string;
  seed: number;
  width: number;
  height: number;
  format: PictureFormat;
  quality?: number;
};

/** Draw the picture that a prompt and a seed stand for, in the size and format asked for. */
export async function drawPicture(request: PictureRequest): Promise<Uint8Array> {
  return encodePicture(sharp(Buffer.from(pictureSvg(request)), { limitInputPixels: false }), request);
}

/** The picture as SVG, drawn in units of a thousandth of its height, so that every size shows the same picture. */
function pictureSvg(request: Omit<PictureRequest, "format">): string {
  const { prompt, width, height } = request;
  const random = randomOf(request);
  const palette = choosePalette(prompt, random);
  const compose = chooseComposition(prompt, random);
  const sheetWidth = (1000 * width) / height;
  const body = compose({ width: sheetWidth, random, palette, mentions: (words) => mentions(prompt, words) });
  const view = { viewBox: `0 0 ${sheetWidth} 1000`, preserveAspectRatio: "none" };
  return tag("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, ...view }, body);
}

const usualQuality = 88;

/** An image as bytes of a format. */
export async function encodePicture(
  image: Sharp,
  { format, quality = usualQuality }: { format: PictureFormat; quality?: number },
): Promise<Uint8Array> {
  return inTurn(() => encodeImage(image, { format, quality }).toBuffer());
}
