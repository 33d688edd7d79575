/** A sound of speech: the resonances of the mouth in Hz, how long it lasts, and what makes it sound. */
export type Phone = {
  formants: readonly [number, number, number];
  seconds: number;
  /** How loud the vocal cords are, 0 to 1. */
  voicing: number;
  /** How loud the air is, 0 to 1, and where it hisses, in Hz. */
  noise: number;
  noiseHz: number;
};

/** Silence between words. */
export const rest: Phone = { formants: [500, 1500, 2500], seconds: 0.04, voicing: 0, noise: 0, noiseHz: 3000 };

const vowel = (...formants: [number, number, number]): Phone => ({ ...rest, formants, seconds: 0.11, voicing: 1 });
const glide = (...formants: [number, number, number]): Phone => ({ ...rest, formants, seconds: 0.07, voicing: 0.6 });
const hiss = (noiseHz: number, noise: number, voicing = 0): Phone => ({
  ...{ formants: [320, 1500, 2600], seconds: 0.085 },
  ...{ noiseHz, noise, voicing },
});
const burst = (noiseHz: number, voicing: number): Phone => ({
  ...{ formants: [280, 1400, 2500], seconds: 0.055 },
  ...{ noiseHz, noise: 0.45, voicing },
});

/** The sounds by their names. Formants of an adult speaker, rounded from Peterson and Barney (1952). */
export const phones = {
  a: vowel(730, 1090, 2440),
  ae: vowel(660, 1720, 2410),
  e: vowel(530, 1840, 2480),
  i: vowel(270, 2290, 3010),
  ih: vowel(390, 1990, 2550),
  o: vowel(570, 840, 2410),
  u: vowel(300, 870, 2240),
  uh: vowel(640, 1190, 2390),
  er: vowel(490, 1350, 1690),
  m: glide(250, 1100, 2200),
  n: glide(250, 1600, 2500),
  ng: glide(250, 2000, 2700),
  l: glide(360, 1100, 2600),
  r: glide(420, 1200, 1600),
  w: glide(300, 700, 2200),
  y: glide(280, 2200, 3000),
  s: hiss(6500, 0.5),
  sh: hiss(3200, 0.55),
  f: hiss(7500, 0.25),
  th: hiss(7000, 0.2),
  h: hiss(1600, 0.3),
  z: hiss(6500, 0.3, 0.5),
  v: hiss(7000, 0.12, 0.6),
  p: burst(900, 0),
  t: burst(4200, 0),
  k: burst(2100, 0),
  b: burst(900, 0.5),
  d: burst(4000, 0.5),
  g: burst(2100, 0.5),
} satisfies Record<string, Phone>;

export type PhoneName = keyof typeof phones;
