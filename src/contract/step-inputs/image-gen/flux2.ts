import { z } from "zod";
import {
  air,
  guidance,
  images,
  negativePrompt,
  pictureFile,
  pixels,
  prompt,
  quantity,
  seed,
  steps,
  strengthByAir,
  toggle,
} from "../fields.ts";
import { sampling } from "./sampling.ts";

const common = {
  engine: z.literal("flux2"),
  prompt: prompt(1000),
  width: pixels("width", 512, 2048, 1024),
  height: pixels("height", 512, 2048, 1024),
  seed,
  quantity: quantity(4),
  enablePromptExpansion: toggle("Let the server enrich the prompt first."),
  ...pictureFile,
};
const create = { operation: z.literal("createImage") };
const edit = { operation: z.literal("editImage"), images: images("The pictures to edit.").optional() };

const dev = {
  model: z.literal("dev"),
  ...common,
  guidanceScale: guidance(0, 20, 2.5),
  numInferenceSteps: steps(4, 50, 28),
  loras: z
    .array(
      z.object({
        air: air("The LoRA's AIR."),
        strength: z.number().min(0).max(4).default(1).describe("The strength of its influence."),
      }),
    )
    .optional()
    .describe("LoRAs to apply."),
};
const flex = {
  model: z.literal("flex"),
  ...common,
  guidanceScale: guidance(1.5, 100, 3.5),
  numInferenceSteps: steps(2, 50, 28),
};
const pro = { model: z.literal("pro"), ...common };
const max = { model: z.literal("max"), ...common };
const klein = {
  model: z.literal("klein"),
  ...common,
  modelVersion: z.enum(["4b", "4b-base", "9b", "9b-base", "9b-kv"]).default("4b").describe("The size of the model."),
  negativePrompt: negativePrompt(),
  steps: steps(4, 50, 20),
  cfgScale: guidance(1, 20, 5),
  ...sampling,
  loras: strengthByAir.optional(),
};
const kleinEdit = { ...edit, images: images("The pictures to edit, at most 2.", 2).optional() };

/** Flux 2: five models, each with creating and editing. */
export const flux2Input = z.discriminatedUnion("model", [
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...klein }).describe("Flux 2 Klein: text to picture."),
    z.object({ ...kleinEdit, ...klein }).describe("Flux 2 Klein: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...dev }).describe("Flux 2 Dev: text to picture."),
    z.object({ ...edit, ...dev }).describe("Flux 2 Dev: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...pro }).describe("Flux 2 Pro: text to picture."),
    z.object({ ...edit, ...pro }).describe("Flux 2 Pro: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...flex }).describe("Flux 2 Flex: text to picture."),
    z.object({ ...edit, ...flex }).describe("Flux 2 Flex: edit pictures."),
  ]),
  z.discriminatedUnion("operation", [
    z.object({ ...create, ...max }).describe("Flux 2 Max: text to picture."),
    z.object({ ...edit, ...max }).describe("Flux 2 Max: edit pictures."),
  ]),
]);
