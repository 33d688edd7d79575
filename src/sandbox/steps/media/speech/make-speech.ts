import { writeWav } from "../wav.ts";
import { planSpeech } from "./plan-speech.ts";
import { renderPhones, sampleRate } from "./render-phones.ts";
import type { Voice } from "./voices.ts";

export type SpeechRequest = { text: string; voice: Voice; language?: string; longestSeconds: number };

/** A playable WAV in which a voice speaks a text. Its words are kept inside, so that they can be written down again. */
export async function makeSpeech({ text, voice, language, longestSeconds }: SpeechRequest): Promise<Uint8Array> {
  const { phones, words } = planSpeech(text, voice, longestSeconds);
  const notes = { words, voice, ...(language !== undefined && { language }) };
  return writeWav(await renderPhones(phones, voice), sampleRate, notes);
}
