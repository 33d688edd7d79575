import { z } from "zod";
import { negativePrompt, optionalAir, pixels, steps, toggle, usual } from "../fields.ts";
import { aspectRatio, promptExpansion, resolution, safetyChecker, startImages, wanCommon } from "./wan-fields.ts";

const textToVideo = { operation: usual("text-to-video") };
const imageToVideo = { operation: z.literal("image-to-video"), ...startImages };

const fal = {
  ...wanCommon,
  version: z.literal("v2.2"),
  provider: usual("fal"),
  negativePrompt: negativePrompt(),
  resolution: resolution(["480p", "720p"], "720p"),
  aspectRatio: aspectRatio(["1:1", "16:9", "9:16", "4:3", "3:4", "4:5", "5:4"]).default("16:9"),
  ...promptExpansion(false),
  shift: z.number().min(1).max(10).default(5).describe("Shifts the noise: more gives bolder motion."),
  interpolatorModel: z.enum(["film", "rife"]).default("film").describe("What fills in frames between frames."),
  useTurbo: toggle("Faster, a little less fine."),
  ...safetyChecker,
};

const samplers = [
  "euler",
  "euler_ancestral",
  "heun",
  "heunpp2",
  "dpm_2",
  "dpm_2_ancestral",
  "lms",
  "dpm_fast",
  "dpm_adaptive",
  "dpmpp_2s_ancestral",
  "dpmpp_sde",
  "dpmpp_2m",
  "dpmpp_2m_sde",
  "dpmpp_3m_sde",
  "ddpm",
  "lcm",
  "uni_pc",
  "uni_pc_bh2",
] as const;
const schedulers = ["normal", "karras", "exponential", "sgm_uniform", "simple", "ddim_uniform", "beta"] as const;

const comfy = z
  .object({
    ...wanCommon,
    version: z.literal("v2.2"),
    provider: z.literal("comfy"),
    negativePrompt: negativePrompt(),
    width: pixels("width", 64, 2048, 1280),
    height: pixels("height", 64, 2048, 720),
    model: optionalAir("The checkpoint to use."),
    ...startImages,
    sampler: z.enum(samplers).default("euler").describe("How noise is turned into frames."),
    scheduler: z.enum(schedulers).default("simple").describe("How the noise is spread over the steps."),
    shift: z.number().min(1).max(20).default(8).describe("Shifts the noise: more gives bolder motion."),
  })
  .describe("Wan 2.2 in ComfyUI.");

/** Wan 2.2 with its providers. */
export const wan22Input = z.discriminatedUnion("provider", [
  z.discriminatedUnion("operation", [
    z.object({ ...fal, ...textToVideo }).describe("Wan 2.2 on fal: text to video."),
    z.object({ ...fal, ...imageToVideo }).describe("Wan 2.2 on fal: picture to video."),
  ]),
  comfy,
]);

const small = {
  ...wanCommon,
  version: z.literal("v2.2-5b"),
  provider: usual("fal"),
  negativePrompt: negativePrompt(),
  resolution: resolution(["480p", "580p", "720p"], "720p"),
  aspectRatio: aspectRatio(["1:1", "16:9", "9:16", "auto"]).default("16:9"),
  ...promptExpansion(false),
  numInferenceSteps: steps(2, 50, 20),
  useDistill: toggle("Use the distilled model: faster."),
  useFastWan: toggle("Use FastWan: faster still."),
  interpolatorModel: z.enum(["none", "film", "rife"]).default("film").describe("What fills in frames between frames."),
  ...safetyChecker,
};

/** Wan 2.2 with 5 billion parameters. */
export const wan225bInput = z.discriminatedUnion("operation", [
  z.object({ ...small, ...textToVideo }).describe("Wan 2.2 5B: text to video."),
  z.object({ ...small, ...imageToVideo }).describe("Wan 2.2 5B: picture to video."),
]);
