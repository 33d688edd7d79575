import { downloadZip } from "client-zip";

export type ArchiveFormat = "zip" | "tar";
export type ArchivedFile = { name: string; bytes: Uint8Array };

/** Files in an archive. `at`: when they were changed last, in milliseconds since 1970. */
export async function makeArchive(
  files: readonly ArchivedFile[],
  format: ArchiveFormat,
  at: number,
): Promise<Uint8Array> {
  if (format === "tar") return makeTar(files, at);
  const zip = downloadZip(files.map(({ name, bytes }) => ({ name, input: bytes, lastModified: new Date(at) })));
  return new Uint8Array(await zip.arrayBuffer());
}

const block = 512;

/** The ustar form: each file after a header of one block, filled up to whole blocks, and two empty blocks at the end. */
export function makeTar(files: readonly ArchivedFile[], at: number): Uint8Array {
  const parts = files.flatMap(({ name, bytes }) => [
    tarHeader(name, bytes.length, at),
    bytes,
    Buffer.alloc((block - (bytes.length % block)) % block),
  ]);
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(2 * block)]));
}

function tarHeader(name: string, size: number, at: number): Buffer {
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(cutTo(name, 100), 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(Math.floor(at / 1000), 11), 136);
  header.write("        0", 148);
  header.write("ustar\0", 257);
  header.write("00", 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  return header;
}

/** As much of a name as so many bytes hold, and no half character. */
function cutTo(name: string, maxBytes: number): string {
  // A stream might go on, so a character that is not whole yet is left out.
  return new TextDecoder().decode(new TextEncoder().encode(name).subarray(0, maxBytes), { stream: true });
}
