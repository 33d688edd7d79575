import type { PhoneName } from "./phones.ts";

const digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Letters and how they sound, the longer ones first. English in the main: it is a sandbox's voice. */
const rules: readonly (readonly [RegExp, readonly PhoneName[]])[] = [
  [/^tion/, ["sh", "uh", "n"]],
  [/^igh/, ["a", "ih"]],
  [/^(ee|ea|ie)/, ["i"]],
  [/^(oo|ue|ew)/, ["u"]],
  [/^(ou|ow)/, ["a", "u"]],
  [/^(ai|ay|ei|ey)/, ["e", "ih"]],
  [/^(oi|oy)/, ["o", "ih"]],
  [/^(au|aw)/, ["o"]],
  [/^(er|ir|ur)/, ["er"]],
  [/^th/, ["th"]],
  [/^(sh|sch)/, ["sh"]],
  [/^ch/, ["t", "sh"]],
  [/^ph/, ["f"]],
  [/^wh/, ["w"]],
  [/^ng/, ["ng"]],
  [/^qu/, ["k", "w"]],
  [/^(ck|kh|q)/, ["k"]],
  [/^c(?=[eiy])/, ["s"]],
  [/^c/, ["k"]],
  [/^j/, ["d", "sh"]],
  [/^x/, ["k", "s"]],
  [/^y(?=[aeiou])/, ["y"]],
  [/^y/, ["i"]],
  [/^a/, ["ae"]],
  [/^e$/, []],
  [/^e/, ["e"]],
  [/^i/, ["ih"]],
  [/^o/, ["o"]],
  [/^u/, ["uh"]],
];
/** Letters that sound as they are called. */
const plain = /^([bdfghklmnprstvwz])\1*/;

const onsets = ["m", "n", "l", "r", "y", "s", "sh", "h", "k", "t", "d", "g", "b", "p"] as const;
const nuclei = ["a", "e", "i", "o", "u", "uh"] as const;

/** The sounds of a word; none for what is only signs. Letters of other scripts are a syllable each. */
export function spellOut(word: string): PhoneName[] {
  const spoken = word.replace(/\d/g, (digit) => ` ${digits[Number(digit)] ?? ""} `).toLowerCase();
  const letters = spoken.normalize("NFD").replace(/\p{M}/gu, "");
  return letters.split(/[\s'’]+/).flatMap(soundsOf);
}

function soundsOf(letters: string): PhoneName[] {
  const sounds: PhoneName[] = [];
  for (let rest = letters; rest !== ""; ) {
    const [sound, length] = nextSound(rest, sounds.length === 0);
    sounds.push(...sound);
    rest = rest.slice(length);
  }
  return sounds;
}

function nextSound(rest: string, isFirst: boolean): [readonly PhoneName[], number] {
  const same = plain.exec(rest);
  const rule = rules.find(([pattern]) => pattern.test(rest));
  const matched = rule?.[0].exec(rest)?.[0] ?? "";
  // An "e" alone, as in a list of letters, is heard.
  if (rule && matched.length > 0) return [rule[1].length === 0 && isFirst ? ["i"] : rule[1], matched.length];
  // The pattern takes only letters that are names of sounds.
  if (same) return [[same[1] as PhoneName], same[0].length];
  const [character = ""] = rest;
  const code = rest.codePointAt(0) ?? 0;
  if (!/\p{L}/u.test(String.fromCodePoint(code))) return [[], character.length];
  const onset = onsets[code % onsets.length] ?? "m";
  return [[onset, nuclei[(code >> 4) % nuclei.length] ?? "a"], String.fromCodePoint(code).length];
}
