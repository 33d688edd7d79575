import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Services } from "../services.ts";

/** A copy of the database as it is at this moment, chunk by chunk; the file behind it goes with the reader. */
export async function exportDatabase({ store }: Services): Promise<AsyncIterable<Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-export-"));
  const path = join(folder, "sandbox.db");
  await store.copyTo(path);
  return readAndRemove(path, folder);
}

async function* readAndRemove(path: string, folder: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
