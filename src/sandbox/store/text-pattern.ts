/**
 * What the index of texts is asked for a text: threes of its characters that cover it, all of which have to be there.
 * More is found than contains the text, never less. `undefined` for a text that the index can't be asked for: it has
 * fewer than three characters, or a NUL, at which SQLite's texts end.
 */
export function textPattern(text = ""): string | undefined {
  const characters = [...text.toLowerCase()];
  if (characters.length < 3 || characters.includes("\0")) return undefined;
  // Every third one and the last cover the text; asking for those between as well takes three times as long.
  const starts = characters.flatMap((_, at) => (at % 3 === 0 && at + 3 < characters.length ? [at] : []));
  const threes = [...starts, characters.length - 3].map((at) => characters.slice(at, at + 3).join(""));
  return [...new Set(threes)].map((three) => `"${three.replaceAll('"', '""')}"`).join(" AND ");
}
