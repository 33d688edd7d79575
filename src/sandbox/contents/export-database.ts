import { once } from "node:events";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Services } from "../services.ts";

/** A copy of the database as it is at this moment, chunk by chunk. */
export async function exportDatabase({ store }: Services): Promise<AsyncIterable<Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-export-"));
  try {
    const path = join(folder, "sandbox.db");
    await store.copyTo(path);
    const copy = createReadStream(path);
    await once(copy, "open");
    return copy;
  } finally {
    // Who has the file open goes on reading it. Nothing lies about, whatever becomes of the reader or the process.
    rmSync(folder, { recursive: true, force: true });
  }
}
