import { type SeededRandom, seededRandom } from "../seeded-random.ts";
import { mix, turnHue } from "./colour.ts";
import { countMentions, mentions } from "./mentions.ts";
import { moods, type Palette } from "./palette.ts";

/** Colours that a prompt can ask for by name; they become the accent. */
const named: readonly [words: string, colour: string][] = [
  ["red|crimson|scarlet", "#d8412f"],
  ["orange|amber", "#f08a32"],
  ["yellow|gold|golden", "#f5c143"],
  ["turquoise|teal|cyan", "#27b3b0"],
  ["blue|azure|indigo", "#3f7fe0"],
  ["purple|violet|lilac", "#9a62d8"],
  ["pink|magenta", "#ef6a9c"],
];

/** What the choice of a picture depends on. */
export type PictureWords = { prompt: string; negativePrompt?: string; seed: number };

/** The stream of numbers of a picture; its palette takes the first ones. */
export function randomOf({ prompt, negativePrompt = "", seed }: PictureWords): SeededRandom {
  return seededRandom(`${prompt}\u001f${negativePrompt}`, seed);
}

/** The colours that a picture will have. */
export function paletteOf(words: PictureWords): Palette {
  return choosePalette(words.prompt, randomOf(words));
}

/** The colours that fit the words of a prompt best; the seed decides among equals, and turns the hues a little. */
export function choosePalette(prompt: string, random: SeededRandom): Palette {
  const scored = moods.map(({ asks, suits, palette }) => ({
    palette,
    score: 3 * countMentions(prompt, asks) + countMentions(prompt, suits),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  const [first, ...others] = scored.filter(({ score }) => score === best);
  const chosen = first ? random.pick([first, ...others]).palette : moods[0].palette;
  return withNamedAccent(turned(chosen, random.between(-14, 14)), prompt);
}

function turned({ sky, layers, light, accent, ink }: Palette, degrees: number): Palette {
  const turn = (colour: string) => turnHue(colour, degrees);
  const [top, middle, bottom] = sky;
  const [farthest, far, near, nearest] = layers;
  return {
    sky: [turn(top), turn(middle), turn(bottom)],
    layers: [turn(farthest), turn(far), turn(near), turn(nearest)],
    light,
    accent,
    ink: turn(ink),
  };
}

function withNamedAccent(palette: Palette, prompt: string): Palette {
  const found = named.find(([words]) => mentions(prompt, words));
  return found ? { ...palette, accent: mix(palette.accent, found[1], 0.85) } : palette;
}
