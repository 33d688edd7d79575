import { seededRandom } from "./seeded-random.ts";
import { writeWav } from "./wav.ts";

const sampleRate = 22_050;
/** Degrees of a pentatonic scale in half tones: no two of them clash. */
const scale = [0, 2, 4, 7, 9, 12, 14, 16] as const;

/** A playable WAV (16 bit, mono, 22 050 Hz): a quiet melody that the text and the seed decide. Length in seconds. */
export function makeTone({ text, seed, seconds }: { text: string; seed: number; seconds: number }): Uint8Array {
  const random = seededRandom(text, seed);
  const samples = Math.max(1, Math.round(seconds * sampleRate));
  const sound = new Float32Array(samples);
  const root = random.between(160, 240);
  for (let start = 0; start < samples; start += Math.round(sampleRate * random.pick([0.25, 0.375, 0.5]))) {
    strike(sound, start, root * 2 ** (random.pick(scale) / 12), random.between(0.12, 0.26));
  }
  return writeWav(sound, sampleRate);
}

/** Add a plucked note that fades within a second and a half. */
function strike(sound: Float32Array, start: number, hertz: number, loudness: number): void {
  const end = Math.min(sound.length, start + Math.round(sampleRate * 1.5));
  for (let index = start; index < end; index += 1) {
    const time = (index - start) / sampleRate;
    const phase = 2 * Math.PI * hertz * time;
    const voice = Math.sin(phase) + 0.35 * Math.sin(2 * phase) + 0.12 * Math.sin(3 * phase);
    const attack = Math.min(1, time / 0.01);
    sound[index] = (sound[index] ?? 0) + voice * loudness * attack * Math.exp(-3 * time);
  }
}
