/** A part of a file: from the first to the last byte, both counted from 0 and included. */
export type ByteRange = { first: number; last: number };

/**
 * The part that a Range header asks for (RFC 9110, 14.2). `undefined`: all of it, also for what is not understood and
 * for several ranges at once, as the standard allows.
 */
export function readByteRange(header: string | null, size: number): ByteRange | "unsatisfiable" | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!asked || (asked[1] === "" && asked[2] === "")) return undefined;
  const [, from = "", to = ""] = asked;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { first: size - length, last: size - 1 };
  }
  const range = { first: Number(from), last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
  if (range.first >= size) return "unsatisfiable";
  return to !== "" && Number(to) < range.first ? undefined : range;
}
