import type { VideoUpscalerInput } from "#contract/step-inputs/video-upscaler.ts";
import { known } from "./known.ts";
import { readOwnClip, resizeClip } from "./media/film/clip.ts";
import { megapixels } from "./megapixels.ts";
import { type PriceTools, type StepPrice, stepHandler } from "./step-handler.ts";

/** What can be filmed in bearable time: the longer edge in px, and pixels of all frames together, in millions. */
const longestEdge = 3840;
const mostMegapixels = 1000;

/** The length of a clip that is not known yet, in seconds. */
const usualSeconds = 5;

export const videoUpscalerHandler = stepHandler<VideoUpscalerInput>({
  type: "videoUpscaler",
  price,
  durationSeconds: () => 12,
  itemCount: () => 1,
  run: async ({ video, scaleFactor }, tools) => {
    const read = await tools.readMedia(video);
    if (!read.ok) return read;
    if (!read.mediaType.startsWith("video/")) {
      return { ok: false, reason: `The source is ${read.mediaType}, not a video.` };
    }
    const own = readOwnClip(read.bytes);
    if (!own) return { ok: false, reason: "The sandbox enlarges only clips that it filmed: it has no video decoder." };
    const [width, height] = [own.width * scaleFactor, own.height * scaleFactor];
    const { seconds, framesPerSecond } = own.script;
    if (Math.max(width, height) > longestEdge) {
      return {
        ok: false,
        reason: `${width} x ${height} px is more than the ${longestEdge} px that the sandbox films.`,
      };
    }
    if (megapixels(width, height) * seconds * framesPerSecond > mostMegapixels) {
      return { ok: false, reason: `${seconds} s of ${width} x ${height} px take the sandbox too long to film.` };
    }
    const bytes = await resizeClip(read.bytes, width);
    if (!bytes) return { ok: false, reason: "The clip can't be read." };
    const blob = tools.addBlob({
      ...{ medium: "video", mediaType: "video/mp4", content: { kind: "bytes", bytes } },
      ...{ width, height, duration: seconds },
    });
    return { ok: true, output: { video: blob } };
  },
});

/**
 * "A polynomial, at least 1" is all that is documented, with two examples: low tens for 5 s of 720p, low hundreds for
 * 10 s of 1080p. This one gives 26 and 221. Source: facts 3.4.
 */
async function price({ video, scaleFactor }: VideoUpscalerInput, tools: PriceTools): Promise<StepPrice> {
  const { width, height, seconds } = (await tools.mediaFacts(video)) ?? {};
  const area = width === undefined || height === undefined ? 1 : megapixels(width, height);
  const work = area * known(scaleFactor, 2) ** 2 * (seconds ?? usualSeconds);
  return { base: Math.max(1, Math.ceil(work + 0.02 * work ** 2)), factors: {} };
}
