import { once } from "node:events";
import { createReadStream, mkdtempSync, type ReadStream, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Services } from "../services.ts";

/** How long a copy is held for a reader who reads nothing of it, in milliseconds. */
const idleAtMostMs = 60_000;

/**
 * A copy of the database as it is at this moment, chunk by chunk. It is let go when it is read, and when its reader
 * has gone away or does not go on reading.
 */
export async function exportDatabase({ store }: Services, gone: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-export-"));
  try {
    const path = join(folder, "sandbox.db");
    await store.copyTo(path);
    const copy = createReadStream(path);
    await once(copy, "open");
    endWith(copy, gone);
    return chunksOf(copy);
  } finally {
    // Who has the file open goes on reading it. Nothing lies about, whatever becomes of the reader or the process.
    rmSync(folder, { recursive: true, force: true });
  }
}

function endWith(copy: ReadStream, gone: AbortSignal): void {
  const end = () => copy.destroy();
  gone.addEventListener("abort", end);
  copy.once("close", () => gone.removeEventListener("abort", end));
  if (gone.aborted) end();
}

/** A stream's own iterator leaves the file open where it is given up before its first chunk. */
function chunksOf(copy: ReadStream): AsyncIterable<Uint8Array> {
  const idle = setTimeout(() => copy.destroy(), idleAtMostMs).unref();
  copy.once("close", () => clearTimeout(idle));
  const chunks: AsyncIterator<Uint8Array> = copy[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      next() {
        idle.refresh();
        return chunks.next();
      },
      async return() {
        copy.destroy();
        return { done: true, value: undefined };
      },
    }),
  };
}
