import { z } from "zod";
import { negativePrompt, usual } from "../fields.ts";
import { aspectRatio, promptExpansion, resolution, startImages, wanCommon } from "./wan-fields.ts";

const common = {
  ...wanCommon,
  version: z.literal("v2.5"),
  provider: usual("fal"),
  negativePrompt: negativePrompt(),
  resolution: resolution(["480p", "720p", "1080p"], "1080p"),
  aspectRatio: aspectRatio(["16:9", "9:16", "1:1"]).default("16:9"),
  ...promptExpansion(true),
};

/** Wan 2.5. */
export const wan25Input = z.discriminatedUnion("operation", [
  z.object({ ...common, operation: usual("text-to-video") }).describe("Wan 2.5: text to video."),
  z
    .object({ ...common, operation: z.literal("image-to-video"), ...startImages })
    .describe("Wan 2.5: picture to video."),
]);
