import { isObject } from "#contract/json.ts";
import type { StoredBlob } from "../store/blob-store.ts";

/** A copy of an output in which every blob stub of a known blob is replaced by what `show` makes of it. */
export function mapBlobs(
  output: unknown,
  blobs: ReadonlyMap<string, StoredBlob>,
  show: (blob: StoredBlob, stub: Record<string, unknown>) => unknown,
): unknown {
  if (Array.isArray(output)) return output.map((item) => mapBlobs(item, blobs, show));
  if (!isObject(output)) return output;
  const blob = typeof output.id === "string" ? blobs.get(output.id) : undefined;
  const mapped = Object.fromEntries(Object.entries(output).map(([key, item]) => [key, mapBlobs(item, blobs, show)]));
  return blob ? show(blob, mapped) : mapped;
}

/** Blobs by their id. */
export function byId(blobs: readonly StoredBlob[]): Map<string, StoredBlob> {
  return new Map(blobs.map((blob) => [blob.id, blob]));
}

/** What is told of a blob to anybody: all but where it can be had. */
export function blobFacts(blob: StoredBlob) {
  return {
    // The four media are all that a blob can say to be.
    ...(blob.medium === "file" ? {} : { type: blob.medium }),
    id: blob.id,
    available: blob.state === "available",
    ...(blob.jobId === undefined ? {} : { jobId: blob.jobId }),
    nsfwLevel: blob.rating,
    ...(blob.state === "withheld" ? { blockedReason: "MatureContent" } : {}),
    ...(blob.blockedReason === undefined ? {} : { blockedReason: blob.blockedReason }),
    ...(blob.width === undefined ? {} : { width: blob.width }),
    ...(blob.height === undefined ? {} : { height: blob.height }),
    ...(blob.duration === undefined ? {} : { duration: blob.duration }),
    // The one medium whose blobs name the form of the file (facts 2.3).
    ...(blob.medium === "model3d" ? { format: blob.id.split(".").at(-1) } : {}),
  };
}
