import { setImmediate as nextTurn } from "node:timers/promises";
import type { Phone } from "./phones.ts";
import type { PlannedPhone } from "./plan-speech.ts";
import type { Voice } from "./voices.ts";

/** Samples a second of all that speaks and plays. Opus takes it as it is. */
export const sampleRate = 24_000;

/** How often resonances are set anew, and how fast the mouth moves between two sounds. */
const blockSamples = 48;
const moveSeconds = 0.018;
/** The server gets its turn after so many blocks: half a second of sound is a few milliseconds of work. */
const blocksPerTurn = 250;

/**
 * Sounds one after the other, made as a throat and a mouth make them: pulses and hissing air through three resonances.
 * Samples from -1 to 1; the same plan gives the same samples.
 */
export async function renderPhones(planned: readonly PlannedPhone[], voice: Voice): Promise<Float32Array> {
  const seconds = planned.reduce((sum, one) => sum + one.seconds, 0);
  const sound = new Float32Array(Math.max(1, Math.round(seconds * sampleRate)));
  const throat = openThroat(voice);
  let ends = 0;
  let at = 0;
  let block = 0;
  for (const one of planned) {
    ends += one.seconds * sampleRate;
    const last = Math.min(sound.length, Math.round(ends));
    while (at < last) {
      const until = Math.min(last, at + blockSamples);
      throat.move(one);
      for (; at < until; at += 1) sound[at] = throat.next();
      block += 1;
      if (block % blocksPerTurn === 0) await nextTurn();
    }
  }
  return levelled(sound, 0.7);
}

/** Samples brought to a loudest one of `peak`; silence stays silence. */
export function levelled(sound: Float32Array, peak: number): Float32Array {
  let loudest = 0;
  for (let at = 0; at < sound.length; at += 1) loudest = Math.max(loudest, Math.abs(sound[at] ?? 0));
  const factor = loudest > 0 ? peak / loudest : 0;
  for (let at = 0; at < sound.length; at += 1) sound[at] = (sound[at] ?? 0) * factor;
  return sound;
}

function openThroat({ mouth, breath }: Voice) {
  const resonances = [resonance(), resonance(), resonance()] as const;
  const air = resonance();
  const share = 1 - Math.exp(-blockSamples / sampleRate / moveSeconds);
  let now: Phone & { hertz: number } = {
    ...{ formants: [500, 1500, 2500], seconds: 0, voicing: 0 },
    ...{ noise: 0, noiseHz: 3000, hertz: 120 },
  };
  let [phase, randomState, tremble, lastVoiced] = [0, 22_222, 0, 0];
  const noise = () => {
    randomState = (Math.imul(randomState, 1_664_525) + 1_013_904_223) >>> 0;
    return randomState / 2_147_483_648 - 1;
  };
  return {
    move({ phone, hertz }: PlannedPhone) {
      const toward = (from: number, to: number) => from + (to - from) * share;
      const [first, second, third] = now.formants;
      now = {
        formants: [
          toward(first, phone.formants[0]),
          toward(second, phone.formants[1]),
          toward(third, phone.formants[2]),
        ],
        ...{ seconds: 0, voicing: toward(now.voicing, phone.voicing), noise: toward(now.noise, phone.noise) },
        ...{ noiseHz: phone.noiseHz, hertz: toward(now.hertz, hertz) },
      };
      resonances[0].tune(now.formants[0] * mouth, 70);
      resonances[1].tune(now.formants[1] * mouth, 100);
      resonances[2].tune(now.formants[2] * mouth, 160);
      air.tune(Math.min(now.noiseHz * mouth, sampleRate * 0.42), 1200);
      tremble += 0.06;
    },
    next(): number {
      phase += (now.hertz * (1 + 0.012 * Math.sin(tremble))) / sampleRate;
      if (phase >= 1) phase -= 1;
      // The cords open for six tenths of a period and snap shut (Rosenberg 1971); the mouth hears the change.
      const pulse = phase < 0.6 ? 3 * (phase / 0.6) ** 2 - 2 * (phase / 0.6) ** 3 - 0.5 : -0.5;
      const source = now.voicing * (pulse + breath * noise());
      const voiced = resonances[2].pass(resonances[1].pass(resonances[0].pass(source)));
      // Lips let high sounds out better than low ones.
      const radiated = 4 * (voiced - 0.97 * lastVoiced);
      lastVoiced = voiced;
      return radiated + 0.4 * now.noise * air.pass(noise());
    },
  };
}

/** A two-pole filter (Klatt 1980). */
function resonance() {
  let [gain, last, beforeLast, one, two] = [1, 0, 0, 0, 0];
  return {
    tune(hertz: number, width: number) {
      two = -Math.exp((-2 * Math.PI * width) / sampleRate);
      one = 2 * Math.exp((-Math.PI * width) / sampleRate) * Math.cos((2 * Math.PI * hertz) / sampleRate);
      gain = 1 - one - two;
    },
    pass(value: number): number {
      const out = gain * value + one * last + two * beforeLast;
      beforeLast = last;
      last = out;
      return out;
    },
  };
}
