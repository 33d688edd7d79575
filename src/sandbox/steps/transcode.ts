import type { TranscodeInput } from "#contract/step-inputs/transcode.ts";
import { flatPrice } from "./flat-price.ts";
import { resizeClip } from "./media/film/clip.ts";
import { readClipFacts } from "./media/film/mp4-boxes.ts";
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
    if (containerFormat === "webM")
      return { ok: false, reason: "The sandbox writes MP4 only: it has no WebM encoder." };
    const read = await tools.readMedia(sourceUrl);
    if (!read.ok) return read;
    if (!read.mediaType.startsWith("video/")) {
      return { ok: false, reason: `The source is ${read.mediaType}, not a video.` };
    }
    if (width < narrowest || width > widest) {
      return { ok: false, reason: `The sandbox films in widths from ${narrowest} to ${widest} pixels.` };
    }
    const bytes = await resizeClip(read.bytes, width);
    if (!bytes)
      return { ok: false, reason: "The sandbox transcodes only clips that it made: it has no video decoder." };
    const facts = readClipFacts(bytes);
    const output = tools.addBlob({
      medium: "video",
      mediaType: "video/mp4",
      content: { kind: "bytes", bytes },
      ...(facts && { width: facts.width, height: facts.height, duration: facts.seconds }),
    });
    return { ok: true, output };
  },
});
