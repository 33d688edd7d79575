import { z } from "zod";
import { optionalAir, usual } from "../fields.ts";
import { aspectRatio, promptExpansion, startImages, wanCommon } from "./wan-fields.ts";

const version = { version: usual("v2.1") };

/** Wan 2.1, the version meant when a request names none. */
export const wan21Input = z.discriminatedUnion("provider", [
  z
    .object({
      ...wanCommon,
      ...version,
      provider: usual("civitai"),
      width: z.number().int().default(480).describe("The width of the clip, in pixels."),
      height: z.number().int().default(480).describe("The height of the clip, in pixels."),
      model: optionalAir("The checkpoint to use."),
      ...startImages,
    })
    .describe("Wan 2.1 on Civitai."),
  z
    .object({
      ...wanCommon,
      ...version,
      provider: z.literal("fal"),
      aspectRatio: aspectRatio(["1:1", "16:9", "9:16"]).default("16:9"),
      ...promptExpansion(false),
    })
    .describe("Wan 2.1 on fal."),
]);
