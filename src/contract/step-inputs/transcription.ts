import { z } from "zod";
import { media, toggle } from "./fields.ts";
import { stepType } from "./step-type.ts";

/** Words and when they are heard, in seconds from the start. */
const timeStamp = z.object({ text: z.string(), startTime: z.number(), endTime: z.number() });

export const transcription = stepType({
  type: "transcription",
  title: "Transcribe speech",
  description: "Writes down what is said in a recording, and when.",
  group: "audio",
  input: z.object({
    mediaUrl: media("audio", "The recording, with or without pictures."),
    language: z.string().nullish().describe('The language that is spoken, such as "en". Told by itself without one.'),
    context: z
      .string()
      .nullish()
      .meta({ description: "What it is about: names and terms that may come up.", format: "prompt" }),
    returnTimeStamps: toggle("Say of every word when it is heard.", true),
  }),
  output: z.object({
    text: z.string(),
    language: z.string(),
    timeStamps: z.array(timeStamp),
    elapsedSeconds: z.number(),
  }),
});
export type TranscriptionInput = z.output<typeof transcription.input>;
export type TranscriptionTimeStamp = z.output<typeof timeStamp>;
