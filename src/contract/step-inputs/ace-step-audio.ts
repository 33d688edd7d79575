import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { media, optionalAir, seed, steps, strengthByAir } from "./fields.ts";
import { stepType } from "./step-type.ts";

/** Languages of the lyrics, as ISO 639-1. Source: openapi, AceStepAudioInput. */
const languages = [
  ...["en", "ja", "zh", "es", "de", "fr", "pt", "ru", "it", "nl", "pl", "tr"],
  ...["vi", "cs", "fa", "id", "ko", "uk", "hu", "ar", "sv", "ro", "el"],
] as const;

/** The keys: 17 roots in major and in minor. Source: openapi, AceStepAudioInput. */
const roots = [
  ...["C", "C#", "Db", "D", "D#", "Eb", "E", "F", "F#", "Gb", "G", "G#", "Ab", "A", "A#", "Bb", "B"],
] as const;
const keys = [
  ...roots.map((root) => `${root} major` as const),
  ...roots.map((root) => `${root} minor` as const),
] as const;

const weight = (preset: number, of: string) => z.number().default(preset).describe(`How much of ${of}, from 0 to 1.`);

export const aceStepAudio = stepType({
  type: "aceStepAudio",
  title: "Compose music",
  description: "Makes a song from a description of its style and from lyrics, with ACE-Step 1.5.",
  group: "audio",
  input: z.object({
    musicDescription: z.string().meta({ description: "Style, mood and instruments, in words.", format: "prompt" }),
    lyrics: z.string().meta({
      description: "The lyrics, with marks such as [Verse] and [Chorus]. Empty for a piece without a voice.",
      format: "prompt",
    }),
    duration: z.number().min(1).max(190).default(60).describe("Length of the piece, in seconds."),
    bpm: z.number().int().min(40).max(200).default(120).describe("Beats per minute."),
    timeSignature: z.enum(["2", "3", "4", "6"]).default("4").describe("Beats in a bar."),
    key: z.enum(keys).default("C major").describe("The key."),
    language: z.enum(languages).default("en").describe("The language of the lyrics."),
    instrumentalWeight: weight(0.85, "the instruments"),
    vocalWeight: weight(0.9, "the voice"),
    seed,
    cover: z
      .object({ imageUrl: media("image", "The picture to be shown.") })
      .optional()
      .describe("A picture to the music: the result is a WebM video then."),
    steps: steps(1, 200, 8),
    cfg: z.number().min(0).max(30).default(1).describe("How closely the result follows the words."),
    diffusionModel: optionalAir("The model that makes the sound."),
    clipModel: optionalAir("The model that reads the words."),
    vaeModel: optionalAir("The model that decodes the sound."),
    languageModel: optionalAir("The model that plans the piece."),
    loras: strengthByAir.optional(),
  }),
  // The guide refers to the file as audioBlob.
  output: z.object({ blob: blobSchema, audioBlob: z.optional(blobSchema) }),
});
export type AceStepAudioInput = z.output<typeof aceStepAudio.input>;
