import type { Speaker } from "#contract/step-inputs/text-to-speech.ts";
import { seededRandom } from "../seeded-random.ts";

/** How somebody sounds: height of the voice, size of the mouth (1 an adult man's), pace (1 usual) and breath. */
export type Voice = { pitchHz: number; mouth: number; pace: number; breath: number };

/** The built-in speakers, each of whom can be told from the others. */
export const speakerVoices: Record<Speaker, Voice> = {
  aiden: { pitchHz: 118, mouth: 1, pace: 1.02, breath: 0.02 },
  dylan: { pitchHz: 131, mouth: 1.04, pace: 1.12, breath: 0.03 },
  eric: { pitchHz: 104, mouth: 0.97, pace: 0.98, breath: 0.02 },
  ono_anna: { pitchHz: 241, mouth: 1.2, pace: 1.08, breath: 0.05 },
  ryan: { pitchHz: 111, mouth: 0.99, pace: 1.06, breath: 0.015 },
  serena: { pitchHz: 196, mouth: 1.15, pace: 0.95, breath: 0.06 },
  sohee: { pitchHz: 226, mouth: 1.18, pace: 1.04, breath: 0.04 },
  uncle_fu: { pitchHz: 86, mouth: 0.92, pace: 0.88, breath: 0.08 },
  vivian: { pitchHz: 209, mouth: 1.16, pace: 1, breath: 0.03 },
};

/** The voice that a description means; what it leaves open, its own words decide. */
export function designVoice(description: string): Voice {
  const random = seededRandom(description.toLowerCase(), 1);
  const isChild = /\b(child|kid|boy|girl|young)/i.test(description);
  const isMan = /\b(man|male|gentleman|father|grandfather|uncle|boy|he)\b/i.test(description);
  const isWoman = /\b(woman|female|lady|mother|grandmother|aunt|girl|she)\b/i.test(description);
  const isLow = isMan || (!isWoman && !isChild && random.next() < 0.5);
  const adult: Voice = isLow
    ? { pitchHz: random.between(95, 130), mouth: random.between(0.94, 1.04), pace: 1, breath: 0.02 }
    : { pitchHz: random.between(185, 235), mouth: random.between(1.12, 1.2), pace: 1, breath: 0.04 };
  const voice = isChild ? { ...adult, pitchHz: adult.pitchHz * 1.3, mouth: adult.mouth * 1.12 } : adult;
  return speakAs(voice, description);
}

/** The same speaker in another manner, such as slowly, or in a whisper. */
export function speakAs(voice: Voice, manner: string): Voice {
  const says = (pattern: RegExp) => pattern.test(manner);
  let { pitchHz, pace, breath } = voice;
  if (says(/\b(slow|calm|measured|sad|old|elderly|tired)/i)) pace *= 0.82;
  if (says(/\b(fast|quick|hurried|excited|energetic)/i)) pace *= 1.25;
  if (says(/\b(deep|low|old|elderly|sad)/i)) pitchHz *= 0.86;
  if (says(/\b(high|bright|cheerful|happy|excited|forceful|loud)/i)) pitchHz *= 1.12;
  if (says(/\b(whisper|breathy|soft)/i)) breath = Math.max(breath, 0.25);
  return { ...voice, pitchHz, pace, breath };
}
