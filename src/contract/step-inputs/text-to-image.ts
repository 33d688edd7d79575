import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { air, guidance, negativePrompt, optionalMedia, pixels, prompt, steps } from "./fields.ts";
import { preprocessors } from "./preprocessors.ts";
import { stepType } from "./step-type.ts";

const schedulers = [
  "eulerA",
  "euler",
  "lms",
  "heun",
  "dpM2",
  "dpM2A",
  "dpM2SA",
  "dpM2M",
  "dpmsde",
  "dpmFast",
  "dpmAdaptive",
  "lmsKarras",
  "dpM2Karras",
  "dpM2AKarras",
  "dpM2SAKarras",
  "dpM2MKarras",
  "dpmsdeKarras",
  "ddim",
  "plms",
  "uniPC",
  "undefined",
  "lcm",
  "ddpm",
  "deis",
  "dpM3MSDE",
] as const;

const network = z.object({
  strength: z.number().nullish().describe("The strength of its influence."),
  triggerWord: z.string().nullish().describe("The word that calls a textual inversion."),
  type: z.string().nullish().describe("Its kind, as older clients send it."),
});

const controlNet = z.object({
  preprocessor: z.enum(preprocessors).describe("What is read from the picture."),
  weight: z.number().describe("The strength of its influence."),
  startStep: z.number().describe("Where in the steps it sets in, 0 to 1."),
  endStep: z.number().describe("Where in the steps it ends, 0 to 1."),
  image: optionalMedia("image", "The picture to control with."),
  mask: optionalMedia("image", "Where to paint, for inpainting."),
});

export const textToImage = stepType({
  type: "textToImage",
  title: "Text to image",
  description: "Draws pictures from words with a Stable Diffusion checkpoint. The older of the two ways.",
  group: "image",
  input: z.object({
    prompt: prompt(),
    negativePrompt: negativePrompt(),
    model: air("The checkpoint to draw with.").default("urn:air:sd1:checkpoint:civitai:4384@128713"),
    width: pixels("width", 64, 4084, 512),
    height: pixels("height", 64, 4084, 512),
    scheduler: z.enum(schedulers).default("eulerA").describe("How noise is turned into a picture."),
    steps: steps(1, 150, 30),
    cfgScale: guidance(1, 30, 7.5),
    clipSkip: z.number().int().default(2).describe("How many of the last layers of the text encoder to skip."),
    seed: z.number().int().min(0).max(4_294_967_295).optional().meta({
      description: "The same input with the same seed gives the same result. Without one, every run differs.",
      format: "seed",
    }),
    quantity: z.number().int().min(1).max(100).default(1).describe("How many batches to make."),
    batchSize: z.number().int().min(1).max(100).default(1).describe("How many pictures a batch has."),
    additionalNetworks: z
      .record(z.string().meta({ format: "air" }), network)
      .optional()
      .describe("LoRAs and textual inversions by AIR."),
    controlNets: z.array(controlNet).optional().describe("Pictures that steer the composition."),
    sourceImage: optionalMedia("image", "A picture to start from."),
    // Misspelled on the wire (facts 8, "textToImage").
    sourceImageDenoiseStrenght: z
      .number()
      .default(0.8)
      .describe("How far to depart from the source picture, 0 to 1: 0 keeps it."),
    outputFormat: z.enum(["png", "jpeg", "webP"]).default("png").describe("The file format of the pictures."),
    imageMetadata: z.string().nullish().describe("Notes to be stored with the pictures."),
    engine: z.string().nullish().describe("An engine to use in place of the usual one."),
  }),
  output: z.object({ images: z.array(blobSchema) }),
});
export type TextToImageInput = z.output<typeof textToImage.input>;
