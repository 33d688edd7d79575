import { z } from "zod";
import { images, media, negativePrompt, optionalMedia, usual } from "../fields.ts";
import {
  aspectRatio,
  audioTrack,
  multiShots,
  promptExpansion,
  resolution,
  safetyChecker,
  wanCommon,
} from "./wan-fields.ts";

const common = {
  ...wanCommon,
  version: z.literal("v2.7"),
  provider: usual("fal"),
  resolution: resolution(["720p", "1080p"], "1080p"),
  ...safetyChecker,
};
const ratios = aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4"]);
const worded = { negativePrompt: negativePrompt(), ...promptExpansion(true), ...audioTrack };

/** Wan 2.7. */
export const wan27Input = z.discriminatedUnion("operation", [
  z
    .object({ ...common, operation: usual("text-to-video"), aspectRatio: ratios.default("16:9"), ...worded })
    .describe("Wan 2.7: text to video."),
  z
    .object({
      ...common,
      operation: z.literal("image-to-video"),
      startImage: optionalMedia("image", "The first frame."),
      endImage: optionalMedia("image", "The last frame."),
      videoUrl: optionalMedia("video", "A clip to go on from, 2 to 10 seconds."),
      ...worded,
    })
    .describe("Wan 2.7: picture to video."),
  z
    .object({
      ...common,
      operation: z.literal("reference-to-video"),
      referenceImages: images("Pictures that show the subjects.").optional(),
      referenceVideoUrls: z
        .array(media("video", "A clip to go by."))
        .optional()
        .describe("Clips that show the subjects; the prompt calls them @Video1, @Video2, @Video3."),
      aspectRatio: ratios.default("16:9"),
      ...multiShots,
      negativePrompt: negativePrompt(),
    })
    .describe("Wan 2.7: video after references."),
  z
    .object({
      ...common,
      operation: z.literal("edit-video"),
      videoUrl: media("video", "The clip to edit, 2 to 10 seconds.").min(1),
      referenceImage: optionalMedia("image", "A picture to go by."),
      aspectRatio: ratios.nullish().describe("Width to height. Empty: as the clip."),
      audioSetting: z.enum(["auto", "origin"]).default("auto").describe("New sound, or the clip's own."),
    })
    .describe("Wan 2.7: edit a video."),
]);
