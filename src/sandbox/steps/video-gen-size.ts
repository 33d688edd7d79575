import type { VideoGenInput } from "#contract/step-inputs/video-gen.ts";
import type { PixelSize } from "./image-gen-size.ts";
import type { MediaFacts } from "./step-handler.ts";

/** The shorter side of a clip whose input names no resolution. */
const usualShortSide = 720;

/** How long the clip is, in seconds. */
export function clipSeconds(input: VideoGenInput): number {
  return Number(input.duration);
}

/** The picture that the clip starts from or goes by; inputs name it differently. */
export function startImageOf(input: VideoGenInput): string | undefined {
  const named: Record<string, unknown> = input;
  const lists = [named.images, named.referenceImages].flatMap((list) => (Array.isArray(list) ? list : []));
  const candidates = [named.startImage, named.sourceImage, named.sourceImageUrl, named.referenceImage, ...lists];
  return candidates.find((source): source is string => typeof source === "string" && source !== "");
}

/** The frame that the input asks for, in pixels: as it says, or as its start picture is shaped. */
export async function frameSize(
  input: VideoGenInput,
  factsOf: (source: string) => Promise<MediaFacts | undefined>,
): Promise<PixelSize> {
  if ("width" in input) return { width: input.width, height: input.height };
  const shortSide = "resolution" in input ? Number.parseInt(input.resolution, 10) : usualShortSide;
  const ratio = "aspectRatio" in input ? input.aspectRatio : undefined;
  if (ratio && ratio !== "auto") return frame(ratio, shortSide);
  const source = startImageOf(input);
  const { width, height } = (source && (await factsOf(source))) || {};
  return frame(width && height ? `${width}:${height}` : "16:9", shortSide);
}

function frame(ratio: string, shortSide: number): PixelSize {
  const [across = 16, down = 9] = ratio.split(":").map(Number);
  const longSide = Math.round((shortSide * Math.max(across, down)) / Math.min(across, down));
  return across >= down ? { width: longSide, height: shortSide } : { width: shortSide, height: longSide };
}
