import { isObject } from "#contract/json.ts";
import { internalBlobUrl } from "../../media-access.ts";
import type { NewBlob, RunTools } from "../step-handler.ts";
import { type ArchivedFile, type ArchiveFormat, makeArchive } from "./make-archive.ts";

/** An archive is stored whole; what would make it longer is left out. */
const maxArchiveBytes = 64 * 1024 * 1024;

/** What a blobArchive comes to: the file, and how many of the entries are in it. */
export type Archive = { file: NewBlob; entryCount: number; format: ArchiveFormat };

/**
 * The files that an input lists by their ids, in an archive. One that is no file of the account is left out, and the
 * archive says so in a text, so that it is never empty.
 */
export async function archiveEntries(input: unknown, tools: RunTools): Promise<Archive> {
  const { entries, format: asked } = isObject(input) ? input : {};
  const format = asked === "tar" ? "tar" : "zip";
  const files: ArchivedFile[] = [];
  const leftOut: string[] = [];
  let total = 0;
  for (const entry of Array.isArray(entries) ? entries : []) {
    const { blobId, fileName } = isObject(entry) ? entry : {};
    const id = String(blobId);
    const read = await tools.readMedia(internalBlobUrl(id));
    if (read.ok && total + read.bytes.length <= maxArchiveBytes) {
      total += read.bytes.length;
      const wanted = typeof fileName === "string" ? plainName(fileName) : "";
      files.push({ name: freeName(wanted || plainName(id), files), bytes: read.bytes });
    } else {
      leftOut.push(read.ok ? `${id}: the archive would be too long.` : `${id}: this is no file of the account.`);
    }
  }
  const entryCount = files.length;
  if (leftOut.length > 0) {
    files.push({ name: freeName("left-out.txt", files), bytes: new TextEncoder().encode(`${leftOut.join("\n")}\n`) });
  }
  const bytes = await makeArchive(files, format, tools.now);
  const mediaType = format === "tar" ? "application/x-tar" : "application/zip";
  return { file: { medium: "file", mediaType, content: { kind: "bytes", bytes } }, entryCount, format };
}

/** "Path components and control characters are stripped." Source: the published document, BlobArchiveEntry. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/\p{Cc}/gu, "").trim();
  return /^\.*$/.test(plain) ? "" : plain;
}

/** Two files of one name would be one file once they are unpacked. */
function freeName(wanted: string, files: readonly ArchivedFile[]): string {
  const [stem, extension] = splitExtension(wanted === "" ? "file" : wanted);
  const isTaken = (name: string) => files.some((file) => file.name === name);
  let name = `${stem}${extension}`;
  for (let count = 2; isTaken(name); count += 1) name = `${stem} (${count})${extension}`;
  return name;
}

function splitExtension(name: string): [stem: string, extension: string] {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
}
