/** What is wrong with a text that is no JSON, for who writes it, and where: what engines say of it is for developers. */
export function sayJsonProblem(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : "";
  const place = placeOf(said, text);
  const [, words = "This is not written as JSON."] = meanings.find(([part]) => part.test(said)) ?? [];
  return place === undefined ? words : `Line ${place.line}, column ${place.column}: ${words}`;
}

/** Parts of what Chromium, Firefox and Safari say, the particular ones first. */
const meanings: readonly [RegExp, string][] = [
  [
    /end of (JSON )?(input|data)|unterminated|unexpected EOF/i,
    "It ends before it is whole: a bracket or a quote is open.",
  ],
  [/control character/i, "A text goes over the end of its line: a break in it is written as \\n."],
  [/':' after/i, "A colon belongs here."],
  [/property name/i, "A name in double quotes belongs here."],
  [/',' or/i, "A comma or a closing bracket belongs here."],
  [/after JSON/i, "Something stands here after the end of the JSON."],
];

function placeOf(said: string, text: string): { line: number; column: number } | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  if (line && column) return { line: Number(line), column: Number(column) };
  const [, position] = /at position (\d+)/.exec(said) ?? [];
  if (position === undefined) return undefined;
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
