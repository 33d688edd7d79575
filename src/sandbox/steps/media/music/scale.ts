const semitones: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const major = [0, 2, 4, 5, 7, 9, 11];
const minor = [0, 2, 3, 5, 7, 8, 10];

/** A key's notes: how high, in Hz, its degrees are. */
export type Scale = {
  isMinor: boolean;
  /** Degree 0 is the root between C3 and B3; each octave has seven of them, downwards as well. */
  hertz(degree: number): number;
};

/** The scale of a key as it is written, such as "F# minor". */
export function scaleOf(key: string): Scale {
  const [root = "C", mode = "major"] = key.split(" ");
  const sign = root.includes("#") ? 1 : root.includes("b") ? -1 : 0;
  const first = (semitones[root.charAt(0)] ?? 0) + sign;
  const isMinor = mode === "minor";
  const steps = isMinor ? minor : major;
  return {
    isMinor,
    hertz(degree) {
      const octave = Math.floor(degree / 7);
      const step = steps[degree - octave * 7] ?? 0;
      // MIDI 48 is the C an octave below the middle one; MIDI 69 is 440 Hz.
      return 440 * 2 ** ((48 + first + step + octave * 12 - 69) / 12);
    },
  };
}
