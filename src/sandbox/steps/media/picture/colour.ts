type Channels = [red: number, green: number, blue: number];

/** A colour between two hex colours: 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const [from, to] = [channelsOf(first), channelsOf(second)];
  const bounded = Math.min(1, Math.max(0, share));
  const between = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * bounded;
  return hexOf([between(0), between(1), between(2)]);
}

export const lighten = (colour: string, share: number) => mix(colour, "#ffffff", share);
export const darken = (colour: string, share: number) => mix(colour, "#05060f", share);

/** The colour further from grey: 0 leaves it, 1 doubles its strength. */
export function enrich(colour: string, share: number): string {
  const [red, green, blue] = channelsOf(colour);
  const grey = 255 * brightness(colour);
  const away = (value: number) => value + (value - grey) * share;
  return hexOf([away(red), away(green), away(blue)]);
}

/** The colour at a place from 0 to 1 along a row of colours. */
export function along(colours: readonly [string, ...string[]], place: number): string {
  const position = Math.min(1, Math.max(0, place)) * (colours.length - 1);
  const index = Math.min(colours.length - 1, Math.floor(position));
  const here = colours[index] ?? colours[0];
  return mix(here, colours[index + 1] ?? here, position - index);
}

/** How bright a colour looks, 0 to 1. */
export function brightness(colour: string): number {
  const [red, green, blue] = channelsOf(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** The colour with its hue turned by so many degrees, its brightness about the same. */
export function turnHue(colour: string, degrees: number): string {
  const [red, green, blue] = channelsOf(colour);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The hue rotation matrix of the SVG filter specification.
  return hexOf([
    (0.213 + cos * 0.787 - sin * 0.213) * red +
      (0.715 - cos * 0.715 - sin * 0.715) * green +
      (0.072 - cos * 0.072 + sin * 0.928) * blue,
    (0.213 - cos * 0.213 + sin * 0.143) * red +
      (0.715 + cos * 0.285 + sin * 0.14) * green +
      (0.072 - cos * 0.072 - sin * 0.283) * blue,
    (0.213 - cos * 0.213 - sin * 0.787) * red +
      (0.715 - cos * 0.715 + sin * 0.715) * green +
      (0.072 + cos * 0.928 + sin * 0.072) * blue,
  ]);
}

/** Red, green and blue of a hex colour, 0 to 255. */
export function channelsOf(hex: string): Channels {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(channels: Channels): string {
  const written = channels.map((value) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${written.join("")}`;
}
