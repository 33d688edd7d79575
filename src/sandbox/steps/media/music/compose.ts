import { type SeededRandom, seededRandom } from "../seeded-random.ts";
import { type Scale, scaleOf } from "./scale.ts";

export type PieceRequest = {
  description: string;
  seed: number;
  seconds: number;
  bpm: number;
  /** Beats in a bar. */
  beats: number;
  key: string;
};

export type Instrument = "pluck" | "pad" | "bass" | "kick" | "snare" | "hat";
/** When a note starts and how long it lasts, in seconds; drums have no height. */
export type Note = { instrument: Instrument; at: number; seconds: number; hertz: number; loudness: number };
/** A piece, and the melody that a voice may take over. */
export type Piece = { notes: Note[]; melody: Note[] };

type Choice = readonly [readonly number[], ...(readonly number[])[]];

/** Chords by the degree of their root, four bars each. */
const majorTurns: Choice = [
  [0, 4, 5, 3],
  [0, 5, 3, 4],
  [0, 3, 5, 4],
  [5, 3, 0, 4],
];
const minorTurns: Choice = [
  [0, 5, 2, 6],
  [0, 3, 5, 4],
  [0, 6, 5, 6],
];
/** Lengths of melody notes in twelfths of a bar: in bars of two or four beats, and in those of three or six. */
const evenRhythms: Choice = [
  [3, 3, 6],
  [6, 3, 3],
  [3, 1.5, 1.5, 6],
  [6, 6],
];
const tripleRhythms: Choice = [[4, 4, 4], [8, 4], [4, 2, 2, 4], [12]];

type Bar = { index: number; at: number; seconds: number; beatSeconds: number; root: number };

/** A piece for a small band: chords, bass, a melody with a theme that comes back, and drums if the words want them. */
export function composePiece(request: PieceRequest): Piece {
  const { description, seed, seconds, bpm, beats, key } = request;
  const random = seededRandom(description, seed);
  const scale = scaleOf(key);
  const turn = scale.isMinor ? random.pick(minorTurns) : random.pick(majorTurns);
  const rhythms = beats % 3 === 0 ? tripleRhythms : evenRhythms;
  const [theme, answer] = [makeTheme(random, rhythms), makeTheme(random, rhythms)];
  const beatSeconds = 60 / bpm;
  const barCount = Math.ceil(seconds / (beatSeconds * beats));
  const band = bandOf(description);
  const piece: Piece = { notes: [], melody: [] };
  for (let index = 0; index < barCount; index += 1) {
    const isLast = index === barCount - 1;
    const root = isLast ? 0 : (turn[index % turn.length] ?? 0);
    const bar = { index, at: index * beats * beatSeconds, seconds: beats * beatSeconds, beatSeconds, root };
    // Theme, theme, answer, theme; the first bar is without melody.
    const phrase = Math.floor(index / 4) % 4 === 2 ? answer : theme;
    if (index > 0) piece.melody.push(...melodyIn(bar, scale, phrase));
    piece.notes.push(...chordIn(bar, scale, band.isSoft), ...bassIn(bar, scale, beats));
    if (band.hasDrums && index > 1) piece.notes.push(...drumsIn(bar, beats));
  }
  const isInside = (note: Note) => note.at < seconds - 0.05;
  return { notes: piece.notes.filter(isInside), melody: piece.melody.filter(isInside) };
}

function bandOf(description: string): { hasDrums: boolean; isSoft: boolean } {
  const without = /\b(no|without)\s+(drums|percussion|beat)/i.test(description);
  const isSoft = /\b(ambient|pad|soft|gentle|calm|drone|strings|choir|meditat\w*|lullaby)\b/i.test(description);
  return { hasDrums: !without && (!isSoft || /\b(drum|beat)/i.test(description)), isSoft };
}

/** Four bars of a tune: lengths, and degrees above the chord's root. */
type Theme = { rhythm: readonly number[]; degrees: number[] }[];

function makeTheme(random: SeededRandom, rhythms: Choice): Theme {
  let degree = random.pick([0, 2, 4]);
  return Array.from({ length: 4 }, () => {
    const rhythm = random.pick(rhythms);
    const degrees = rhythm.map(() => {
      degree = Math.min(7, Math.max(-2, degree + random.pick([-2, -1, -1, 0, 1, 1, 2])));
      return degree;
    });
    return { rhythm, degrees };
  });
}

function melodyIn(bar: Bar, scale: Scale, theme: Theme): Note[] {
  const { rhythm, degrees } = theme[bar.index % 4] ?? { rhythm: [], degrees: [] };
  let at = bar.at;
  return rhythm.map((twelfths, index) => {
    const seconds = (twelfths / 12) * bar.seconds;
    const hertz = scale.hertz(7 + bar.root + (degrees[index] ?? 0));
    const note = { instrument: "pluck" as const, at, seconds, hertz, loudness: 0.32 };
    at += seconds;
    return note;
  });
}

function chordIn({ at, seconds, beatSeconds, root }: Bar, scale: Scale, isSoft: boolean): Note[] {
  const degrees = [root, root + 2, root + 4];
  if (isSoft) {
    const held = { instrument: "pad" as const, at, seconds: seconds * 1.05, loudness: 0.14 };
    return degrees.map((degree) => ({ ...held, hertz: scale.hertz(degree) }));
  }
  const count = Math.round(seconds / beatSeconds);
  return Array.from({ length: count }, (_, beat) => ({
    ...{ instrument: "pluck" as const, at: at + beat * beatSeconds, seconds: beatSeconds, loudness: 0.16 },
    hertz: scale.hertz(degrees[beat % 3] ?? root),
  }));
}

function bassIn({ at, seconds, beatSeconds, root }: Bar, scale: Scale, beats: number): Note[] {
  const low = (beat: number, degree: number) => ({
    ...{ instrument: "bass" as const, at: at + beat * beatSeconds, loudness: 0.3 },
    ...{ seconds: seconds / 2, hertz: scale.hertz(degree - 7) },
  });
  return beats % 2 === 0 && beats > 2 ? [low(0, root), low(beats / 2, root + 4)] : [low(0, root)];
}

/** The strong beats are beaten low, the others high: in three, one and two two; in six, one and four. */
function drumsIn({ at, beatSeconds }: Bar, beats: number): Note[] {
  return Array.from({ length: beats * 2 }, (_, half) => {
    const drum = { at: at + (half * beatSeconds) / 2, seconds: 0.2, hertz: 0 };
    const beat = half / 2;
    const isStrong = beat === 0 || (beats % 2 === 0 && beats > 2 && beat === beats / 2);
    if (isStrong) return { ...drum, instrument: "kick" as const, loudness: 0.5 };
    const isBack = Number.isInteger(beat) && (beats === 6 ? false : beats === 3 ? true : beat % 2 === 1);
    return isBack
      ? { ...drum, instrument: "snare" as const, loudness: 0.22 }
      : { ...drum, instrument: "hat" as const, loudness: 0.07 };
  });
}
