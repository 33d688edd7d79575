import { z } from "zod";
import { media, negativePrompt, usual } from "../fields.ts";
import {
  aspectRatio,
  audioTrack,
  multiShots,
  promptExpansion,
  resolution,
  safetyChecker,
  startImages,
  wanCommon,
} from "./wan-fields.ts";

const common = {
  ...wanCommon,
  version: z.literal("v2.6"),
  provider: usual("fal"),
  negativePrompt: negativePrompt(),
  resolution: resolution(["720p", "1080p"], "1080p"),
  ...promptExpansion(true),
  ...multiShots,
  ...audioTrack,
  ...safetyChecker,
};
const ratio = { aspectRatio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"]).default("16:9") };

/** Wan 2.6. */
export const wan26Input = z.discriminatedUnion("operation", [
  z.object({ ...common, operation: usual("text-to-video"), ...ratio }).describe("Wan 2.6: text to video."),
  z
    .object({ ...common, operation: z.literal("image-to-video"), ...startImages })
    .describe("Wan 2.6: picture to video."),
  z
    .object({
      ...common,
      operation: z.literal("reference-to-video"),
      ...ratio,
      duration: z.number().int().min(5).max(10).default(5).describe("Length of the clip, in seconds."),
      referenceVideoUrls: z
        .array(media("video", "A clip to go by."))
        .optional()
        .describe("Clips that show the subjects; the prompt calls them @Video1, @Video2, @Video3."),
    })
    .describe("Wan 2.6: video after references."),
]);
