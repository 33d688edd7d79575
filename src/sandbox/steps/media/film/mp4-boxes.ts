/** Facts of a clip: px, seconds, and frames a second. */
export type ClipFacts = { width: number; height: number; seconds: number; framesPerSecond: number };

/** A box of an MP4 file (ISO/IEC 14496-12): four letters and what is inside. */
export type Box = { type: string; start: number; end: number };

/** The content of the first top-level box of a type. */
export function readBox(file: Uint8Array, type: string): Uint8Array | undefined {
  return readBoxes(file, type)[0];
}

/** The contents of all top-level boxes of a type, in order. */
export function readBoxes(file: Uint8Array, type: string): Uint8Array[] {
  const boxes = boxesIn(file, 0, file.length).filter((box) => box.type === type);
  return boxes.map(({ start, end }) => file.subarray(start, end));
}

/** The file with one more box at its end; players pass over boxes that they don't know. */
export function appendBox(file: Uint8Array, type: string, content: Uint8Array): Uint8Array {
  const longer = new Uint8Array(file.length + 8 + content.length);
  longer.set(file);
  new DataView(longer.buffer).setUint32(file.length, 8 + content.length);
  longer.set(new TextEncoder().encode(type), file.length + 4);
  longer.set(content, file.length + 8);
  return longer;
}

/** Size, length and frame rate of the first video track; `undefined` when the file is no MP4 with one. */
export function readClipFacts(file: Uint8Array): ClipFacts | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const movie = find(file, [0, file.length], ["moov"]);
  if (!movie) return undefined;
  for (const track of boxesIn(file, ...movie).filter(({ type }) => type === "trak")) {
    const inside: [number, number] = [track.start, track.end];
    const header = find(file, inside, ["tkhd"]);
    const media = find(file, inside, ["mdia", "mdhd"]);
    const times = find(file, inside, ["mdia", "minf", "stbl", "stts"]);
    if (!header || !media || !times) continue;
    // Width and height are the last two numbers of the header, in 16.16 fixed point.
    const width = view.getUint32(header[1] - 8) / 65_536;
    const height = view.getUint32(header[1] - 4) / 65_536;
    const isLong = view.getUint8(media[0]) === 1;
    const scale = view.getUint32(media[0] + (isLong ? 20 : 12));
    const length = isLong ? Number(view.getBigUint64(media[0] + 24)) : view.getUint32(media[0] + 16);
    const seconds = length / scale;
    if (width > 0 && seconds > 0)
      return { width, height, seconds, framesPerSecond: countFrames(view, times[0]) / seconds };
  }
  return undefined;
}

function countFrames(view: DataView, start: number): number {
  const entries = view.getUint32(start + 4);
  let frames = 0;
  for (let entry = 0; entry < entries; entry += 1) frames += view.getUint32(start + 8 + entry * 8);
  return frames;
}

function find(file: Uint8Array, within: [number, number], path: readonly string[]): [number, number] | undefined {
  const [type, ...rest] = path;
  const box = boxesIn(file, ...within).find((one) => one.type === type);
  if (!box) return undefined;
  return rest.length === 0 ? [box.start, box.end] : find(file, [box.start, box.end], rest);
}

/** The boxes between two places of a file, their headers left out; stops where the bytes make no sense. */
export function boxesIn(file: Uint8Array, start: number, end: number): Box[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= end;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    if (size < 8 || at + size > end) break;
    boxes.push({
      type: String.fromCharCode(...file.subarray(at + 4, at + 8)),
      start: at + (isLong ? 16 : 8),
      end: at + size,
    });
    at += size;
  }
  return boxes;
}
