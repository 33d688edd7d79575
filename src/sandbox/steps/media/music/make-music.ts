import { levelled, renderPhones, sampleRate } from "../speech/render-phones.ts";
import { designVoice } from "../speech/voices.ts";
import { type SoundNotes, writeWav } from "../wav.ts";
import { composePiece, type PieceRequest } from "./compose.ts";
import { playNotes } from "./play-notes.ts";
import { singLyrics } from "./sing-lyrics.ts";

/** A piece, the words that are sung to it, and how much of the instruments and of the voice there is, 0 to 1. */
export type MusicRequest = PieceRequest & {
  lyrics: string;
  language?: string;
  instrumentalWeight: number;
  vocalWeight: number;
};

/** A piece as samples from -1 to 1, and the words in it. */
export type Recording = { sound: Float32Array; notes: SoundNotes };

const fadeSeconds = 1.2;

/** Compose and play: the same request gives the same samples, as long as was asked for. */
export async function recordMusic(request: MusicRequest): Promise<Recording> {
  const { notes, melody } = composePiece(request);
  const { seconds, lyrics, language, instrumentalWeight, vocalWeight } = request;
  const song = vocalWeight > 0 ? singLyrics(lyrics, melody) : { phones: [], words: [] };
  const isSung = song.words.length > 0;
  // With a singer the melody is played only where nobody sings.
  const lastWord = song.words.at(-1)?.endTime ?? 0;
  const played = isSung ? melody.filter(({ at }) => at >= lastWord) : melody;
  const band = levelled(await playNotes([...notes, ...played], seconds), 0.75);
  const voice = isSung ? await renderPhones(song.phones, designVoice(request.description)) : undefined;
  const bandLevel = clamp(instrumentalWeight) * (isSung ? 0.6 : 1);
  const voiceLevel = clamp(vocalWeight) * 0.8;
  for (let at = 0; at < band.length; at += 1) {
    band[at] = (band[at] ?? 0) * bandLevel + (voice?.[at] ?? 0) * voiceLevel;
  }
  const sound = faded(levelled(band, 0.8));
  return { sound, notes: { words: song.words, ...(language !== undefined && { language }) } };
}

/** The piece as a playable WAV. */
export async function makeMusic(request: MusicRequest): Promise<Uint8Array> {
  const { sound, notes } = await recordMusic(request);
  return writeWav(sound, sampleRate, notes);
}

function faded(sound: Float32Array): Float32Array {
  const fade = Math.min(fadeSeconds * sampleRate, sound.length / 4);
  for (let index = 0; index < fade; index += 1) {
    const place = sound.length - 1 - index;
    sound[place] = (sound[place] ?? 0) * (index / fade);
  }
  return sound;
}

const clamp = (weight: number) => Math.min(1, Math.max(0, weight));
