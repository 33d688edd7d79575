import { z } from "zod";
import { blobSchema } from "../blob.ts";
import { optionalMedia, toggle, usual } from "./fields.ts";
import { stepType } from "./step-type.ts";

/** The built-in speakers. Source: openapi, CustomTextToSpeechInput. */
export const speakers = [
  "aiden",
  "dylan",
  "eric",
  "ono_anna",
  "ryan",
  "serena",
  "sohee",
  "uncle_fu",
  "vivian",
] as const;
export type Speaker = (typeof speakers)[number];

const common = {
  text: z.string().meta({ description: "The words to speak.", format: "prompt" }),
  language: z.string().nullish().describe('The language of the words, such as "English". Told by itself without one.'),
};
const manner = z
  .string()
  .nullish()
  .meta({ description: 'How to speak, such as "slowly and clearly".', format: "prompt" });
const cloning = {
  refAudioUrl: optionalMedia("audio", "A recording of the voice to speak with."),
  refText: z.string().nullish().describe("The words of that recording, so that the voice can be told from them."),
};
const xVectorOnlyMode = toggle("Go by the sound of the voice alone: the words of the recording are not needed then.");
const maxNewTokens = z.number().int().nullish().describe("Stop after so many tokens, 12.5 of which make a second.");
const speaker = z.enum(speakers);

const custom = z
  .object({
    engine: usual("custom"),
    ...common,
    speaker: speaker.nullish().describe("Who speaks."),
    instruct: manner,
    ...cloning,
    xVectorOnlyMode,
    maxNewTokens,
  })
  .describe("A built-in speaker, or the voice of a recording.");

const qwen3 = { engine: z.literal("vllm-omni"), ecosystem: z.literal("qwen3"), ...common, maxNewTokens };

const qwen3Input = z.discriminatedUnion("operation", [
  z
    .object({ ...qwen3, operation: z.literal("base"), ...cloning, xVectorOnlyMode })
    .describe("Qwen 3: the voice of a recording."),
  z
    .object({
      ...qwen3,
      operation: z.literal("customVoice"),
      speaker: speaker.describe("Who speaks."),
      instruct: manner,
    })
    .describe("Qwen 3: a built-in speaker."),
  z
    .object({
      ...qwen3,
      operation: z.literal("voiceDesign"),
      instruct: z
        .string()
        .meta({ description: 'The voice in words, such as "a calm, deep, elderly man".', format: "prompt" }),
    })
    .describe("Qwen 3: a voice described in words."),
]);

const omnivoice = z
  .object({
    engine: z.literal("vllm-omni"),
    ecosystem: z.literal("omnivoice"),
    ...common,
    ...cloning,
    instruct: manner,
  })
  .describe("OmniVoice: a voice of a recording, or described in words.");

export const textToSpeech = stepType({
  type: "textToSpeech",
  title: "Speak text",
  description: "Reads a text out, with a built-in speaker or with the voice of a recording.",
  group: "audio",
  input: z.discriminatedUnion("engine", [custom, z.discriminatedUnion("ecosystem", [qwen3Input, omnivoice])]),
  output: z.object({ audioBlob: blobSchema, modelType: z.string().nullish(), speaker: z.string().nullish() }),
});
export type TextToSpeechInput = z.output<typeof textToSpeech.input>;
