import { seededRandom } from "./seeded-random.ts";

const sampleRate = 22_050;
const headerBytes = 44;
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
  return wavOf(sound);
}

/** Length of a PCM WAV in seconds; `undefined` when it is none. */
export function readWavSeconds(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getUint32(0) !== 0x52494646) return undefined;
  const bytesPerSecond = view.getUint32(28, true);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (view.getUint32(at) === 0x64617461) return size / bytesPerSecond;
    at += 8 + size + (size % 2);
  }
  return undefined;
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

function wavOf(sound: Float32Array): Uint8Array {
  const bytes = new Uint8Array(headerBytes + sound.length * 2);
  const view = new DataView(bytes.buffer);
  const letters = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  letters(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, sound.length * 2, true);
  for (const [index, value] of sound.entries()) {
    view.setInt16(headerBytes + index * 2, Math.max(-1, Math.min(1, value)) * 32_767, true);
  }
  return bytes;
}
