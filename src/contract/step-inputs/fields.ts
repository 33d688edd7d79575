import { z } from "zod";

/**
 * Fields that many step types share. `format` tells a form how to ask: `prompt` is several lines of text, `seed` a number
 * that can be drawn, `air` a model's name, `media` a file (with its `mediaType`).
 */

/** What to make, in words. */
export function prompt(maxLength?: number) {
  const text = maxLength === undefined ? z.string() : z.string().max(maxLength);
  return text.meta({ description: "What to make, in words.", format: "prompt" });
}

/** What to keep out, in words. */
export function negativePrompt(maxLength?: number) {
  const text = maxLength === undefined ? z.string() : z.string().max(maxLength);
  return text.nullish().meta({ description: "What to keep out of the result, in words.", format: "prompt" });
}

/** A seed: the same input with the same seed gives the same result. */
export const seed = z.number().int().nullish().meta({
  description: "The same input with the same seed gives the same result. Without one, every run differs.",
  format: "seed",
});

/** How many results to make, 1 to `max`. */
export function quantity(max: number) {
  return z.number().int().min(1).max(max).default(1).describe("How many to make.");
}

/** A width or height in pixels. */
export function pixels(side: "width" | "height", min: number, max: number, preset: number) {
  return z.number().int().min(min).max(max).default(preset).describe(`The ${side} of the result, in pixels.`);
}

/** A whole number of rounds of refinement. */
export function steps(min: number, max: number, preset: number) {
  return z.number().int().min(min).max(max).default(preset).describe("Rounds of refinement: more take longer.");
}

/** How closely the result follows the prompt. */
export function guidance(min: number, max: number, preset: number) {
  return z.number().min(min).max(max).default(preset).describe("How closely the result follows the prompt.");
}

/** A switch that is off, or on, unless said otherwise. */
export function toggle(description: string, preset = false) {
  return z.boolean().default(preset).describe(description);
}

const airText = z
  .string()
  .regex(
    /^(urn:)?(air:)?([\w\-/]+:){0,2}[\w\-/]+:[\w\-/.]+(@[\w\-/.=,%+:]+)?(\.[\w-]+)?$/,
    "An AIR looks like urn:air:sdxl:checkpoint:civitai:101055@128078.",
  );

/** An AIR: the name of a model or another resource, such as `urn:air:sdxl:checkpoint:civitai:101055@128078`. */
export function air(description: string) {
  return airText.meta({ description, format: "air" });
}

/** An AIR that may be left out. */
export function optionalAir(description: string) {
  return airText.nullish().meta({ description, format: "air" });
}

type MediaType = "image" | "video" | "audio";

// Whether a text leads to a file is seen when the step runs; that a blank one does not is plain at once.
const mediaText = z
  .string()
  .refine((text) => text.trim() !== "", "This names no file: give a URL, a data URL or the file's bytes in base64.");

/** A file to work from: a URL, a data URL or base64. */
export function media(mediaType: MediaType, description: string) {
  return mediaText.meta({ description, format: "media", mediaType });
}

/** A file to work from that may be left out. */
export function optionalMedia(mediaType: MediaType, description: string) {
  return mediaText.nullish().meta({ description, format: "media", mediaType });
}

/** Pictures to work from. */
export function images(description: string, max?: number) {
  const list = z.array(media("image", "A picture to work from."));
  return (max === undefined ? list : list.max(max)).describe(description);
}

/** Resources by AIR, each with the strength of its influence. */
export const strengthByAir = z
  .record(z.string().meta({ format: "air" }), z.number())
  .describe("LoRAs by AIR, each with the strength of its influence.");

/** A member of a discriminator that a request may leave out: the variant then meant. */
export function usual<const Value extends string>(value: Value) {
  return z.literal(value).optional().default(value);
}

/** Where a picture engine differs in nothing: file format and notes. Source: facts 8, "imageGen common". */
export const pictureFile = {
  outputFormat: z.enum(["jpeg", "png", "webP"]).default("jpeg").describe("The file format of the pictures."),
  imageMetadata: z.string().nullish().describe("Notes to be stored with the pictures."),
};
