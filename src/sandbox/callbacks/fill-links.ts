import { mapTexts } from "#contract/map-texts.ts";
import { byId, mapBlobs } from "../engine/map-blobs.ts";
import { internalBlobId } from "../media-access.ts";
import type { StoredDelivery } from "../store/callback-store.ts";
import type { Store } from "../store/store.ts";
import { isShown, linksTo } from "../workflows/show-file.ts";
import type { BlobUrls } from "../workflows/view.ts";

/** Who sees what is sent. Without links, nobody knows under which origin. */
type Recipient = { blobUrl: BlobUrls | undefined; hideMatureContent: boolean };

/**
 * What is sent of an event: the links to its workflow's files are made now, so that they last however long the event had
 * to wait. A file that was withheld at the event has no link, and neither has one that is gone since, or that is mature
 * where that is hidden.
 */
export function fillLinks(
  store: Store,
  { payload, workflowSeq }: StoredDelivery,
  recipient: Recipient,
): Record<string, unknown> {
  const { blobUrl } = recipient;
  const files = byId(store.blobs.ofWorkflows([workflowSeq]).filter((blob) => isShown(blob, recipient)));
  const linked = mapBlobs(payload, files, (blob, stub) => {
    const isLinked = typeof stub.url === "string" && files.has(internalBlobId(stub.url) ?? "");
    return blobUrl && isLinked ? { ...stub, ...linksTo(blob, blobUrl) } : stub;
  });
  const named = mapTexts(linked, (text) => {
    const id = internalBlobId(text);
    if (id === undefined) return text;
    return blobUrl && files.has(id) ? blobUrl.original(id).url : null;
  });
  // A payload is an object, and stays one.
  return named as Record<string, unknown>;
}
