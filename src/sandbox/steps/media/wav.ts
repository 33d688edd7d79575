/** What is said in a sound: kept inside the file, so that it can be written down again. Times in seconds. */
export type SpokenWord = { text: string; startTime: number; endTime: number };
export type SoundNotes = { words: SpokenWord[]; language?: string; voice?: unknown };

const headerBytes = 44;
/** Under this name notes stand in a file: a chunk or box of our own, and players pass over what they don't know. */
export const notesName = "bnts";

/** A WAV (PCM, 16 bit, mono) of samples from -1 to 1, with notes at its end. */
export function writeWav(sound: Float32Array, sampleRate: number, notes?: SoundNotes): Uint8Array {
  const written = notes ? new TextEncoder().encode(JSON.stringify(notes)) : undefined;
  const dataBytes = sound.length * 2;
  const length = headerBytes + dataBytes + (written ? 8 + written.length + (written.length % 2) : 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const letters = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  letters(0, "RIFF");
  view.setUint32(4, length - 8, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, dataBytes, true);
  bytes.set(new Uint8Array(toPcm(sound).buffer), headerBytes);
  if (written) {
    letters(headerBytes + dataBytes, notesName);
    view.setUint32(headerBytes + dataBytes + 4, written.length, true);
    bytes.set(written, headerBytes + dataBytes + 8);
  }
  return bytes;
}

/** Samples as 16 bit numbers, as the machine and WAV write them. */
export function toPcm(sound: Float32Array): Int16Array {
  const pcm = new Int16Array(sound.length);
  // A plain loop: this runs over millions of samples, and holds the server up for as long.
  for (let at = 0; at < pcm.length; at += 1) pcm[at] = Math.max(-1, Math.min(1, sound[at] ?? 0)) * 32_767;
  return pcm;
}

/** Length of a PCM WAV in seconds; `undefined` when it is none. */
export function readWavSeconds(bytes: Uint8Array): number | undefined {
  const data = chunkOf(bytes, "data");
  if (!data) return undefined;
  return data.length / new DataView(bytes.buffer, bytes.byteOffset).getUint32(28, true);
}

/** What is said in one of our own WAVs; `undefined` for another's. */
export function readWavNotes(bytes: Uint8Array): SoundNotes | undefined {
  const chunk = chunkOf(bytes, notesName);
  return chunk && readNotes(chunk);
}

/** Notes as they stand in a file; `undefined` when they are damaged. */
export function readNotes(written: Uint8Array): SoundNotes | undefined {
  try {
    const notes: SoundNotes = JSON.parse(new TextDecoder().decode(written));
    return Array.isArray(notes.words) ? notes : undefined;
  } catch {
    return undefined;
  }
}

function chunkOf(bytes: Uint8Array, type: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headerBytes || view.getUint32(0) !== 0x52494646) return undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === type) return bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  return undefined;
}
