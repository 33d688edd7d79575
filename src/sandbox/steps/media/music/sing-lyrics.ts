import { phones, rest } from "../speech/phones.ts";
import type { PlannedPhone } from "../speech/plan-speech.ts";
import { spellOut } from "../speech/spell-out.ts";
import type { SpokenWord } from "../wav.ts";
import type { Note } from "./compose.ts";

/** What a voice sings: sounds without a gap from the first second on, and when each word is heard. */
export type Song = { phones: PlannedPhone[]; words: SpokenWord[] };

/** The least time that a word is sung in, in seconds: quicker notes are passed over. */
const shortestSeconds = 0.22;

/** The words of the lyrics, one to a note of the melody, as far as the notes go. Marks such as [Chorus] are not sung. */
export function singLyrics(lyrics: string, melody: readonly Note[]): Song {
  const words = lyrics
    .replace(/\[[^[\]]*\]/g, " ")
    .split(/\s+/)
    .map((text) => ({ text, sounds: spellOut(text) }))
    .filter(({ sounds }) => sounds.length > 0);
  const song: Song = { phones: [], words: [] };
  let at = 0;
  for (const note of melody.filter(({ seconds }) => seconds >= shortestSeconds)) {
    const word = words.shift();
    if (!word) break;
    song.phones.push({ phone: rest, seconds: note.at - at, hertz: note.hertz });
    // Consonants keep their length, the vowels share what is left of the note.
    const own = word.sounds.map((name) => phones[name]);
    const fixed = own.reduce((sum, { voicing, seconds }) => sum + (voicing === 1 ? 0 : seconds * 0.7), 0);
    const vowels = own.filter(({ voicing }) => voicing === 1).length;
    const time = note.seconds * 0.94;
    const squeeze = vowels === 0 || fixed > time * 0.6 ? (time * 0.6) / Math.max(fixed, 0.01) : 1;
    for (const phone of own) {
      const seconds = phone.voicing === 1 ? (time - fixed * squeeze) / vowels : phone.seconds * 0.7 * squeeze;
      song.phones.push({ phone, seconds, hertz: note.hertz });
    }
    const sung = song.phones.slice(-own.length).reduce((sum, { seconds }) => sum + seconds, 0);
    at = note.at + sung;
    song.words.push({ text: word.text, startTime: rounded(note.at), endTime: rounded(at) });
  }
  return song;
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
