import { z } from "zod";

const sampleMethods = [
  "euler",
  "heun",
  "dpm2",
  "dpm++2s_a",
  "dpm++2m",
  "dpm++2mv2",
  "ipndm",
  "ipndm_v",
  "ddim_trailing",
  "euler_a",
  "lcm",
  "res_multistep",
  "res_2s",
  "tcd",
  "er_sde",
] as const;

const schedules = [
  "simple",
  "discrete",
  "karras",
  "exponential",
  "ays",
  "bong_tangent",
  "gits",
  "sgm_uniform",
  "smoothstep",
  "kl_optimal",
  "lcm",
] as const;

/** How stable-diffusion.cpp takes its steps. */
export const sampling = {
  sampleMethod: z.enum(sampleMethods).default("euler").describe("How noise is turned into a picture."),
  schedule: z.enum(schedules).default("simple").describe("How the noise is spread over the steps."),
};
