/** How long the header may become: clients of HTTP take 16 KiB for all headers of an answer together. */
const maxHeaderLength = 8 * 1024;
const maxPathLength = 500;

/**
 * The paths of dropped fields as a header: with commas between, and percent-encoded where a header can't hold them.
 * Those that find no room are counted at the end: `a,b,and 37 more`.
 */
export function printDroppedFields(paths: readonly string[]): string {
  let printed = "";
  for (const [index, path] of paths.entries()) {
    const next = `${printed}${index === 0 ? "" : ","}${printDropped(path)}`;
    if (next.length > maxHeaderLength) return `${printed},and ${paths.length - index} more`;
    printed = next;
  }
  return printed;
}

/** The paths out of the header, the last of them perhaps a count of more; none where there is no header. */
export function readDroppedFields(header: string | null): string[] {
  return header ? header.split(/,\s*/).map(readDropped) : [];
}

function printDropped(path: string): string {
  const short = path.length > maxPathLength ? `${path.slice(0, maxPathLength)}...` : path;
  return short.replace(notPlain, (one) => encodeURIComponent(isHalf(one) ? "\ufffd" : one));
}

/** Half a pair of surrogates stands for nothing, and can't be encoded. */
const isHalf = (text: string) => /\p{Cs}/u.test(text);

/** Blanks, letters that a header can't hold, and what would be read as a comma between two paths or as such an escape. */
const notPlain = /[^\x21-\x24\x26-\x2b\x2d-\x7e]/gu;

function readDropped(printed: string): string {
  try {
    return decodeURIComponent(printed);
  } catch {
    return printed;
  }
}
