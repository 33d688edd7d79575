import { type Box, boxesIn } from "./mp4-boxes.ts";

/**
 * Mend what the encoder's MP4 lacks: the table of key frames (without it a player takes every frame for one, and shows
 * nonsense after a jump), and times of making that do not change the bytes from one moment to the next.
 */
export function finishMp4(file: Uint8Array): Uint8Array {
  eraseTimes(file);
  return withKeyFrames(file);
}

function eraseTimes(file: Uint8Array): void {
  const paths = [
    ["moov", "mvhd"],
    ["moov", "trak", "tkhd"],
    ["moov", "trak", "mdia", "mdhd"],
  ];
  for (const header of paths.map((path) => pathOf(file, path).at(-1))) {
    // After version and flags stand the times of making and of the last change: 4 bytes each, 8 in version 1.
    if (header) file.fill(0, header.start + 4, header.start + (file[header.start] === 1 ? 20 : 12));
  }
}

/** The file with an `stss` box at the end of its sample table; only sizes change, as the film itself comes before. */
function withKeyFrames(file: Uint8Array): Uint8Array {
  const path = pathOf(file, ["moov", "trak", "mdia", "minf", "stbl"]);
  const table = path.at(-1);
  const film = boxesIn(file, 0, file.length).find(({ type }) => type === "mdat");
  if (!table || !film || film.start > table.start) return file;
  const frames = keyFrames(file, film);
  const size = 16 + frames.length * 4;
  const longer = new Uint8Array(file.length + size);
  longer.set(file.subarray(0, table.end));
  longer.set(file.subarray(table.end), table.end + size);
  const view = new DataView(longer.buffer);
  for (const { start } of path) view.setUint32(start - 8, view.getUint32(start - 8) + size);
  view.setUint32(table.end, size);
  longer.set(new TextEncoder().encode("stss"), table.end + 4);
  view.setUint32(table.end + 12, frames.length);
  for (const [index, frame] of frames.entries()) view.setUint32(table.end + 16 + index * 4, frame);
  return longer;
}

/** Numbers of the frames, from 1, that need no other: their slice is of type 5 (ITU-T H.264, table 7-1). */
function keyFrames(file: Uint8Array, film: Box): number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const found: number[] = [];
  let frame = 0;
  for (let at = film.start; at + 5 <= film.end; at += 4 + view.getUint32(at)) {
    const type = view.getUint8(at + 4) & 31;
    if (type === 1 || type === 5) frame += 1;
    if (type === 5) found.push(frame);
  }
  return found;
}

/** The boxes along a path, each inside the one before; empty when one is missing. */
function pathOf(file: Uint8Array, path: readonly string[]): Box[] {
  const boxes: Box[] = [];
  for (const type of path) {
    const { start, end } = boxes.at(-1) ?? { start: 0, end: file.length };
    const box = boxesIn(file, start, end).find((one) => one.type === type);
    if (!box) return [];
    boxes.push(box);
  }
  return boxes;
}
