import sharp from "sharp";
import { encodePicture, type PictureRequest, pictureSvg } from "./draw-picture.ts";
import { NotAnImage } from "./process-image.ts";

/**
 * A picture that starts from another one: the more `strength` (0 to 1), the more of the prompt's own picture comes
 * through, in the colours of the source. Refuses with NotAnImage when the source can't be read.
 */
export async function varyPicture(source: Uint8Array, strength: number, request: PictureRequest): Promise<Uint8Array> {
  const { width, height } = request;
  try {
    const base = await sharp(source).autoOrient().resize(width, height, { fit: "cover" }).png().toBuffer();
    const over = await sharp(Buffer.from(pictureSvg(request)))
      .ensureAlpha(Math.min(1, Math.max(0.05, strength)))
      .png()
      .toBuffer();
    const turned = Math.round(strength * ((request.seed % 60) - 30));
    const blended = sharp(base)
      .composite([{ input: over, blend: strength > 0.5 ? "over" : "soft-light" }])
      .modulate({ hue: turned, saturation: 1 + strength * 0.15 });
    return await encodePicture(sharp(await blended.png().toBuffer()), request);
  } catch (cause) {
    throw new NotAnImage({ cause });
  }
}
