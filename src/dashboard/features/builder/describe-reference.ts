import type { Reference } from "#contract/reference.ts";

/** A reference as people read it: "hero / images[0]". */
export function describeReference({ $ref, path }: Reference): string {
  const [name, rest] = path === undefined ? splitAtDot($ref) : [$ref, path];
  const shown = rest.replace(/^output\.?/, "").replace(/\.(url|previewUrl)$/, "");
  return shown === "" ? name : `${name} / ${shown}`;
}

function splitAtDot(text: string): [string, string] {
  const end = text.search(/[.[]/);
  return end === -1 ? [text, ""] : [text.slice(0, end), text.slice(end).replace(/^\./, "")];
}
