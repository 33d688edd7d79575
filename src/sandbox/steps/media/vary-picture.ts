import sharp from "sharp";
import { drawPicture, encodePicture, type PictureRequest } from "./draw-picture.ts";
import { paletteOf } from "./picture/choose-palette.ts";
import { channelsOf } from "./picture/colour.ts";
import { NotAnImage } from "./process-image.ts";

/**
 * A picture that starts from another one. The source is toned in the prompt's colours, and the prompt's own picture
 * shows in its light parts: hardly at `strength` 0.1, over most of it at 1, where the source's shapes still stand.
 * Refuses with NotAnImage when the source can't be read.
 */
export async function varyPicture(source: Uint8Array, strength: number, request: PictureRequest): Promise<Uint8Array> {
  const { width, height } = request;
  const share = Math.min(1, Math.max(0.05, strength));
  const base = await fitted(source, width, height);
  const grey = await sharp(base).greyscale().png().toBuffer();
  const [toned, own] = await Promise.all([
    inTones(grey, request, share * 0.6),
    drawPicture({ ...request, format: "png" }).then((drawn) => throughLight(drawn, grey, share)),
  ]);
  const blended = await sharp(base)
    .composite([{ input: toned }, { input: own }])
    .png()
    .toBuffer();
  return encodePicture(sharp(blended), request);
}

async function fitted(source: Uint8Array, width: number, height: number): Promise<Buffer> {
  try {
    const oriented = sharp(source).autoOrient().resize(width, height, { fit: "cover" });
    return await oriented
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png({ compressionLevel: 1 })
      .toBuffer();
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}

/** The source in two colours of the prompt's palette, dark to light, so opaque. */
function inTones(grey: Buffer, { prompt, negativePrompt, seed }: PictureRequest, opacity: number): Promise<Buffer> {
  const { ink, sky } = paletteOf({ prompt, negativePrompt, seed });
  const [dark, light] = [channelsOf(ink), channelsOf(sky[0])];
  const slopes = dark.map((value, channel) => ((light[channel] ?? value) - value) / 255);
  return sharp(grey).toColourspace("srgb").linear(slopes, dark).ensureAlpha(opacity).png().toBuffer();
}

/** The prompt's picture, opaque where the source is light. */
async function throughLight(drawn: Uint8Array, grey: Buffer, share: number): Promise<Buffer> {
  const mask = await sharp(grey)
    .linear(share * 0.75, (share * 0.36 - 0.1) * 255)
    .extractChannel(0)
    .raw()
    .toBuffer();
  // In two goes: sharp takes an alpha channel away after it has joined a new one, whatever the order of the calls.
  const { data, info } = await sharp(drawn).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .joinChannel(mask, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}
