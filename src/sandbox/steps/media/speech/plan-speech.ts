import type { SpokenWord } from "../wav.ts";
import { type Phone, phones, rest } from "./phones.ts";
import { spellOut } from "./spell-out.ts";
import type { Voice } from "./voices.ts";

/** A sound in its place: how long it lasts, and how high the voice is. */
export type PlannedPhone = { phone: Phone; seconds: number; hertz: number };
export type SpeechPlan = { phones: PlannedPhone[]; words: SpokenWord[]; seconds: number };

/** Silence before the first word and after the last, in seconds. */
const edgeSeconds = 0.12;

/**
 * What is to be spoken, sound by sound, and when each word is heard. Stops before the word that would end after
 * `longestSeconds`. Words in brackets are directions, and nobody reads them out.
 */
export function planSpeech(text: string, voice: Voice, longestSeconds: number): SpeechPlan {
  const plan: SpeechPlan = { phones: [], words: [], seconds: 0 };
  pause(plan, voice, edgeSeconds);
  for (const sentence of sentencesOf(text)) {
    for (const [index, word] of sentence.entries()) {
      const spoken = speakWord(word, voice, melodyOf(sentence, index));
      const seconds = spoken.reduce((sum, one) => sum + one.seconds, 0);
      if (plan.seconds + seconds + edgeSeconds > longestSeconds) return ended(plan, voice);
      if (seconds > 0) {
        plan.words.push({ text: word, startTime: rounded(plan.seconds), endTime: rounded(plan.seconds + seconds) });
      } else {
        // Signs alone, such as a dash, belong to the word before.
        const last = plan.words.at(-1);
        if (last) last.text = `${last.text} ${word}`;
      }
      plan.phones.push(...spoken);
      plan.seconds += seconds;
      pause(plan, voice, pauseAfter(word));
    }
  }
  return ended(plan, voice);
}

function ended(plan: SpeechPlan, voice: Voice): SpeechPlan {
  pause(plan, voice, edgeSeconds);
  return { ...plan, seconds: rounded(plan.seconds) };
}

function pause(plan: SpeechPlan, { pitchHz }: Voice, seconds: number): void {
  plan.phones.push({ phone: rest, seconds, hertz: pitchHz });
  plan.seconds += seconds;
}

/** Words by sentences; the signs at the end of a word stay with it. */
function sentencesOf(text: string): string[][] {
  const spoken = text.replace(/\[[^[\]]*\]/g, " ");
  return spoken
    .split(/(?<=[.!?…。！？])\s+|\n+/u)
    .map((sentence) => sentence.split(/\s+/).filter((word) => word !== ""))
    .filter((words) => words.length > 0);
}

function speakWord(word: string, { pace, pitchHz }: Voice, melody: number): PlannedPhone[] {
  return spellOut(word).map((name, index) => {
    const accent = index < 3 ? 1.05 : 1;
    return { phone: phones[name], seconds: phones[name].seconds / pace, hertz: pitchHz * melody * accent };
  });
}

/** How high a word is in its sentence: a statement falls, a question rises at its end. */
function melodyOf(sentence: readonly string[], index: number): number {
  const place = sentence.length === 1 ? 0.5 : index / (sentence.length - 1);
  const isQuestion = /[?？]/.test(sentence.at(-1) ?? "");
  return isQuestion ? 1 + 0.35 * place ** 3 : 1.12 - 0.24 * place;
}

function pauseAfter(word: string): number {
  if (/[.!?…。！？]["”’)]*$/u.test(word)) return 0.38;
  if (/[,;:、，—–-]$/u.test(word)) return 0.2;
  return rest.seconds;
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
