import { mapTexts } from "#contract/map-texts.ts";
import { isMature } from "#contract/mature.ts";
import { byId, mapBlobs } from "../engine/map-blobs.ts";
import { internalBlobId } from "../media-access.ts";
import type { StoredDelivery } from "../store/callback-store.ts";
import type { Store } from "../store/store.ts";
import type { BlobUrls } from "../workflows/view.ts";

/**
 * What is sent of an event: the links to its workflow's files are made now, so that they last however long the event had
 * to wait. A file that was withheld at the event has no link, and neither has one that is gone since, or that is mature
 * where that is hidden.
 */
export function fillLinks(
  store: Store,
  { payload, workflowSeq }: StoredDelivery,
  urls: BlobUrls | undefined,
  hidesMature = false,
): Record<string, unknown> {
  const files = byId(store.blobs.ofWorkflows([workflowSeq]).filter(({ state }) => state === "available"));
  const linkOf = (id: string | undefined) => {
    const file = id === undefined ? undefined : files.get(id);
    return file && !(hidesMature && isMature(file.rating)) ? urls?.original(file.id) : undefined;
  };
  const linked = mapBlobs(payload, files, (blob, stub) => {
    const original = stub.url === undefined ? undefined : linkOf(internalBlobId(String(stub.url)));
    if (!original) return stub;
    const preview = blob.medium === "image" ? urls?.preview(blob.id) : undefined;
    return {
      ...stub,
      url: original.url,
      urlExpiresAt: original.expiresAt,
      ...(preview ? { previewUrl: preview.url, previewUrlExpiresAt: preview.expiresAt } : {}),
    };
  });
  const named = mapTexts(linked, (text) => {
    const id = internalBlobId(text);
    return id === undefined ? text : (linkOf(id)?.url ?? null);
  });
  // A payload is an object, and stays one.
  return named as Record<string, unknown>;
}
