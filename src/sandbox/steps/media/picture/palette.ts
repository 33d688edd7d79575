import type { SeededRandom } from "../seeded-random.ts";

/** Colours of a picture as hex: the sky from top to bottom, layers from far to near, and the light. */
export type Palette = {
  sky: [string, string, string];
  layers: [string, string, string, string];
  light: string;
  accent: string;
  ink: string;
};

type Mood = { words: RegExp; palettes: [Palette, ...Palette[]] };

const palette = (
  sky: Palette["sky"],
  layers: Palette["layers"],
  light: string,
  accent: string,
  ink: string,
): Palette => ({ sky, layers, light, accent, ink });

const dawn = palette(
  ["#f6d8c2", "#f2b8a0", "#e98f88"],
  ["#c98a94", "#8f6485", "#5b4470", "#2f2a4d"],
  "#fff3dc",
  "#ffd28a",
  "#221d3a",
);
const dusk = palette(
  ["#2b2f5f", "#8a4d77", "#f19a6b"],
  ["#8c4a6a", "#5b3560", "#352650", "#1b1838"],
  "#ffe0a8",
  "#ff9d5c",
  "#120f26",
);
const noon = palette(
  ["#8fc7ea", "#b9ddf0", "#e6f2ee"],
  ["#9cc3c4", "#6ba3a0", "#3f7f78", "#23564f"],
  "#ffffff",
  "#f7c65b",
  "#17423d",
);
const night = palette(
  ["#080c20", "#131c40", "#28366b"],
  ["#24335f", "#182448", "#0f1833", "#080d1f"],
  "#f2f0dd",
  "#8fb4ff",
  "#04060f",
);
const neon = palette(
  ["#12052e", "#3b0d63", "#8a1c7c"],
  ["#54148c", "#331065", "#1e0a45", "#0e0526"],
  "#7df9ff",
  "#ff4fb0",
  "#08021a",
);
const frost = palette(
  ["#dfeaf3", "#c6d9ea", "#a9c5de"],
  ["#9bb7d2", "#7697b8", "#4f7397", "#2d4c6c"],
  "#ffffff",
  "#ffc9a3",
  "#1d344d",
);
const forest = palette(
  ["#e8ead0", "#cfd9ae", "#a9c39a"],
  ["#8fae84", "#5f8a66", "#37654d", "#1c4236"],
  "#fffbe0",
  "#e6a23c",
  "#0f2a22",
);
const desert = palette(
  ["#fbe3bd", "#f7c28b", "#ee9a63"],
  ["#e08b58", "#bd6845", "#8b4637", "#572b2c"],
  "#fff6dd",
  "#3f7d86",
  "#3a1b1f",
);
const sea = palette(
  ["#d7eff0", "#9fd3da", "#5fb0c2"],
  ["#4f9fb4", "#2f7f9b", "#1b5c7c", "#0f3c5a"],
  "#fffdf0",
  "#ff9f6e",
  "#0a2a42",
);
const blossom = palette(
  ["#fdeef0", "#fad4dc", "#f3b3c4"],
  ["#e79ab1", "#c77c9f", "#8f5b89", "#553d69"],
  "#fffaf3",
  "#f06d8b",
  "#372649",
);
const ember = palette(
  ["#2a0f12", "#6b1d1d", "#d9542b"],
  ["#7c2420", "#541a1c", "#341216", "#1b090d"],
  "#ffe7b0",
  "#ffb03b",
  "#120508",
);
const paper = palette(
  ["#f6f1e6", "#ece2cf", "#dfd0b6"],
  ["#cdbb9c", "#a98f6c", "#735d48", "#41352f"],
  "#fffdf6",
  "#c4553b",
  "#2a221e",
);
const mint = palette(
  ["#ecf7f0", "#cdebdd", "#9fd8c4"],
  ["#86c7b2", "#57a594", "#2f7c73", "#184f4f"],
  "#ffffff",
  "#ff8a73",
  "#0f3838",
);
const violet = palette(
  ["#e9e2f6", "#c9b8ea", "#9c86d6"],
  ["#8d78c6", "#6854a6", "#463a80", "#282357"],
  "#fff8ee",
  "#ffc56b",
  "#19163b",
);

const moods: [Mood, ...Mood[]] = [
  { words: /neon|cyber|synth|arcade|hologra|laser|punk/, palettes: [neon] },
  { words: /night|midnight|star|moon|space|galax|cosm|astronaut|nebula|dark/, palettes: [night, neon, violet] },
  { words: /snow|ice|frost|winter|arctic|glacier|cold/, palettes: [frost] },
  { words: /desert|dune|sand|canyon|mesa|clay|terracotta/, palettes: [desert] },
  { words: /sea|ocean|wave|coast|beach|island|harbou?r|lake|river|boat|ship|water/, palettes: [sea, noon, dusk] },
  { words: /blossom|flower|rose|cherry|pink|spring|petal|pastel/, palettes: [blossom, violet] },
  { words: /forest|tree|wood|moss|jungle|fern|leaf|garden|meadow|green/, palettes: [forest, mint] },
  { words: /fire|ember|lava|volcano|dragon|inferno|autumn|red/, palettes: [ember, dusk] },
  {
    words: /portrait|paper|ink|sketch|vintage|book|poster|still life|ceramic|product/,
    palettes: [paper, mint, violet],
  },
  { words: /sunrise|dawn|morning|sunset|dusk|golden|evening/, palettes: [dawn, dusk] },
  { words: /city|street|skyline|tower|bridge|train|market/, palettes: [dusk, night, dawn] },
  { words: /mountain|hill|valley|peak|castle|cliff/, palettes: [dawn, frost, dusk, noon] },
];
const anyMood: [Palette, ...Palette[]] = [dawn, dusk, noon, sea, forest, violet, mint, paper, desert, blossom];

/** The colours that fit the words of a prompt. */
export function choosePalette(prompt: string, random: SeededRandom): Palette {
  const mood = moods.find(({ words }) => words.test(prompt.toLowerCase()));
  return random.pick(mood?.palettes ?? anyMood);
}
