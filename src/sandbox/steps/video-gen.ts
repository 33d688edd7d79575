import type { VideoGenInput } from "#contract/step-inputs/video-gen.ts";
import { seedFrom } from "#sandbox/random.ts";
import { lookOf } from "./look.ts";
import { clipSize, makeClip } from "./media/film/clip.ts";
import { type BlobContent, type ContentRecipe, type RunTools, stepHandler } from "./step-handler.ts";
import { videoGenPrice } from "./video-gen-price.ts";
import { clipSeconds, frameSize, startImageOf } from "./video-gen-size.ts";

const framesPerSecond = 12;

export const videoGenHandler = stepHandler<VideoGenInput>({
  type: "videoGen",
  price: videoGenPrice,
  durationSeconds: () => 12,
  itemCount: () => 1,
  run: async (input, tools) => {
    const seconds = clipSeconds(input);
    const seed = ("seed" in input ? input.seed : undefined) ?? tools.seed;
    const asked = await frameSize(input, (source) => tools.mediaFacts(source));
    const size = clipSize(asked.width, asked.height);
    const clip = { prompt: input.prompt, seed: seedFrom(lookOf(input), seed), seconds };
    const content = await contentOf({ maker: "clip", ...clip, ...size, framesPerSecond }, startImageOf(input), tools);
    const video = tools.addBlob({ medium: "video", mediaType: "video/mp4", content, ...size, duration: seconds });
    return { ok: true, output: { video } };
  },
});

/** A clip that starts from a picture which can be read here is made at once; any other when somebody looks. */
async function contentOf(
  recipe: Extract<ContentRecipe, { maker: "clip" }>,
  startImage: string | undefined,
  tools: RunTools,
): Promise<BlobContent> {
  const read = startImage === undefined ? undefined : await tools.readMedia(startImage);
  if (!read?.ok || !read.mediaType.startsWith("image/")) return { kind: "recipe", recipe };
  return { kind: "bytes", bytes: await makeClip({ ...recipe, startImage: read.bytes }) };
}
