import { appendBox, readBoxes } from "./mp4-boxes.ts";

/** An element of a WebM file that players pass over (RFC 8794, "Void"). */
const voidId = 0xec;
const sizeBytes = 8;

/** What we keep inside of our own clips, by four letters: a box of an MP4, a void element after the film of a WebM. */
export function readExtras(file: Uint8Array, type: string): Uint8Array[] {
  return isWebm(file) ? readVoids(file, type) : readBoxes(file, type);
}

/** The file with one more of them at its end. */
export function appendExtra(file: Uint8Array, type: string, content: Uint8Array): Uint8Array {
  return isWebm(file) ? appendVoid(file, type, content) : appendBox(file, type, content);
}

/** Whether a file starts as WebM does. */
export function isWebm(file: Uint8Array): boolean {
  return [0x1a, 0x45, 0xdf, 0xa3].every((byte, index) => file[index] === byte);
}

function appendVoid(file: Uint8Array, type: string, content: Uint8Array): Uint8Array {
  const start = file.length + 1 + sizeBytes;
  const longer = new Uint8Array(start + 4 + content.length);
  longer.set(file);
  longer[file.length] = voidId;
  const view = new DataView(longer.buffer);
  // The first of the eight bytes of a size tells only how many there are.
  view.setUint32(file.length + 1, 0x01000000);
  view.setUint32(file.length + 5, 4 + content.length);
  longer.set(new TextEncoder().encode(type), start);
  longer.set(content, start + 4);
  return longer;
}

function readVoids(file: Uint8Array, type: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < file.length; ) {
    const idLength = lengthOf(file[at]);
    const size = readSize(file, at + idLength);
    if (!size) break;
    const end = size.start + size.value;
    const content = file.subarray(size.start, end);
    const isOurs = file[at] === voidId && new TextDecoder("latin1").decode(content.subarray(0, 4)) === type;
    if (isOurs) found.push(content.subarray(4));
    at = end;
  }
  return found;
}

/** How many bytes a number of EBML has, by the zeros before its first one. */
function lengthOf(first = 0): number {
  return Math.clz32(first) - 23;
}

/** The size of an element and where its content starts; `undefined` where the bytes make no sense, or it is open. */
function readSize(file: Uint8Array, at: number): { value: number; start: number } | undefined {
  const first = file[at];
  if (first === undefined) return undefined;
  const length = lengthOf(first);
  if (length > 8 || at + length > file.length) return undefined;
  let value = first & (0xff >> length);
  for (const byte of file.subarray(at + 1, at + length)) value = value * 256 + byte;
  return at + length + value > file.length ? undefined : { value, start: at + length };
}
