import { setImmediate as nextTurn } from "node:timers/promises";
import { sampleRate } from "../speech/render-phones.ts";
import type { Instrument, Note } from "./compose.ts";

/** Partials of an instrument (how many times as high, how loud), its attack and how fast it fades, per second. */
type Sound = { partials: readonly (readonly [number, number])[]; attack: number; fade: number; tail: number };

const sounds: Record<"pluck" | "pad" | "bass", Sound> = {
  pluck: {
    partials: [
      [1, 1],
      [2, 0.4],
      [3, 0.15],
    ],
    ...{ attack: 0.006, fade: 3.2, tail: 0.5 },
  },
  pad: {
    partials: [
      [1, 1],
      [1.004, 0.8],
      [2.001, 0.3],
    ],
    ...{ attack: 0.35, fade: 0.15, tail: 0.3 },
  },
  bass: {
    partials: [
      [1, 1],
      [2, 0.25],
    ],
    ...{ attack: 0.012, fade: 1.6, tail: 0.1 },
  },
};

/** The server gets its turn after so many notes. */
const notesPerTurn = 12;

/** The notes as samples; louder than 1 where many sound at once. */
export async function playNotes(notes: readonly Note[], seconds: number): Promise<Float32Array> {
  const sound = new Float32Array(Math.max(1, Math.round(seconds * sampleRate)));
  for (const [index, note] of notes.entries()) {
    play(sound, note);
    if (index % notesPerTurn === 0) await nextTurn();
  }
  return sound;
}

function play(sound: Float32Array, note: Note): void {
  if (isTuned(note.instrument)) tuned(sound, note, sounds[note.instrument]);
  else drum(sound, note);
}

function isTuned(instrument: Instrument): instrument is "pluck" | "pad" | "bass" {
  return instrument === "pluck" || instrument === "pad" || instrument === "bass";
}

function tuned(sound: Float32Array, { at, seconds, hertz, loudness }: Note, { partials, attack, fade, tail }: Sound) {
  const start = Math.round(at * sampleRate);
  const length = Math.min(sound.length - start, Math.round((seconds + tail) * sampleRate));
  const release = tail * sampleRate;
  for (const [times, share] of partials) {
    const turn = (2 * Math.PI * hertz * times) / sampleRate;
    // A rotating pointer: two products a sample in place of a sine.
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    let [x, y, level] = [1, 0, loudness * share];
    const fading = Math.exp((-fade * times) / sampleRate);
    for (let index = 0; index < length; index += 1) {
      const edge = Math.min(1, index / (attack * sampleRate), (length - index) / release);
      sound[start + index] = (sound[start + index] ?? 0) + y * level * edge;
      [x, y] = [x * cos - y * sin, x * sin + y * cos];
      level *= fading;
    }
  }
}

function drum(sound: Float32Array, { instrument, at, seconds, loudness }: Note): void {
  const start = Math.round(at * sampleRate);
  const length = Math.min(sound.length - start, Math.round(seconds * sampleRate));
  let [state, last, phase] = [12_345 + start, 0, 0];
  for (let index = 0; index < length; index += 1) {
    const time = index / sampleRate;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = state / 2_147_483_648 - 1;
    phase += (2 * Math.PI * (48 + 110 * Math.exp(-30 * time))) / sampleRate;
    const value =
      instrument === "kick"
        ? Math.sin(phase) * Math.exp(-14 * time)
        : instrument === "snare"
          ? (noise * 0.7 + Math.sin(190 * 2 * Math.PI * time) * 0.4) * Math.exp(-22 * time)
          : (noise - last) * Math.exp(-60 * time);
    last = noise;
    sound[start + index] = (sound[start + index] ?? 0) + value * loudness;
  }
}
