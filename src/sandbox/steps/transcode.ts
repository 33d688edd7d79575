import type { TranscodeInput } from "#contract/step-inputs/transcode.ts";
import { flatPrice } from "./flat-price.ts";
import { readOwnClip, resizeClip } from "./media/film/clip.ts";
import { stepHandler } from "./step-handler.ts";

/** Widths in pixels between which a clip can be made in bearable time; the API sets no bounds. */
const narrowest = 16;
const widest = 1920;

export const transcodeHandler = stepHandler<TranscodeInput>({
  type: "transcode",
  // Its price is documented nowhere.
  price: () => flatPrice,
  durationSeconds: () => 1,
  itemCount: () => 1,
  run: async ({ sourceUrl, width, containerFormat }, tools) => {
    const read = await tools.readMedia(sourceUrl);
    if (!read.ok) return read;
    if (!read.mediaType.startsWith("video/")) {
      return { ok: false, reason: `The source is ${read.mediaType}, not a video.` };
    }
    if (width < narrowest || width > widest) {
      return { ok: false, reason: `The sandbox films in widths from ${narrowest} to ${widest} pixels.` };
    }
    const container = containerFormat === "webM" ? "webm" : "mp4";
    const bytes = await resizeClip(read.bytes, width, container);
    if (!bytes)
      return { ok: false, reason: "The sandbox transcodes only clips that it filmed: it has no video decoder." };
    const made = readOwnClip(bytes);
    const output = tools.addBlob({
      ...{ medium: "video", mediaType: `video/${container}`, content: { kind: "bytes", bytes } },
      ...(made && { width: made.width, height: made.height, duration: made.script.seconds }),
    });
    return { ok: true, output };
  },
});
