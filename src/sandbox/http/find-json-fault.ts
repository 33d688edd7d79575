/** A place in a text, as an editor shows it: both counted from 1. */
export type Place = { line: number; column: number };

/** The place at which a text stops to be JSON, its end if it stops too early; `undefined` when all of it is JSON. */
export function findJsonFault(text: string): Place | undefined {
  const at = findFaultOffset(text);
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** What may come next: `end` is the bracket that closes what is open. */
type Next = "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end";

function findFaultOffset(text: string): number | undefined {
  const open: ("{" | "[")[] = [];
  let next: Next = "value";
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const inside = open.at(-1);
    const character = text[at] ?? "";
    if (character === "{" || character === "[") {
      if (next !== "value" && next !== "value or end") return at;
      open.push(character);
      next = character === "{" ? "name or end" : "value or end";
      at += 1;
    } else if (character === "}" || character === "]") {
      if (!next.endsWith("or end") || inside !== (character === "}" ? "{" : "[")) return at;
      open.pop();
      next = "comma or end";
      at += 1;
    } else if (character === "," || character === ":") {
      if (inside === undefined || next !== (character === "," ? "comma or end" : "colon")) return at;
      next = character === "," && inside === "{" ? "name" : "value";
      at += 1;
    } else {
      const isName = next.startsWith("name");
      const end = next.startsWith("value") || (isName && character === '"') ? endOfScalar(text, at) : undefined;
      if (end === undefined) return at;
      next = isName ? "colon" : "comma or end";
      at = end;
    }
  }
  return next === "comma or end" && open.length === 0 ? undefined : text.length;
}

const space = /[ \t\n\r]*/y;
const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function skipSpace(text: string, at: number): number {
  return endOf(space, text, at) ?? at;
}

function endOfScalar(text: string, at: number): number | undefined {
  return text[at] === '"' ? endOfString(text, at) : endOf(word, text, at);
}

/** By hand: a string can be a file of many megabytes, too long for a pattern that repeats. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; ) {
    if (text[at] === '"') return at + 1;
    const end = text[at] === "\\" ? endOf(escaped, text, at) : text.charCodeAt(at) >= 0x20 ? at + 1 : undefined;
    if (end === undefined) return undefined;
    at = end;
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
