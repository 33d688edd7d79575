import { isMature } from "#contract/mature.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { BlobUrls, View } from "./view.ts";

/** Whether a file may be seen: it is not withheld or blocked, nor mature where that is hidden. */
export function isShown(
  { state, rating }: StoredBlob,
  { hideMatureContent }: Pick<View, "hideMatureContent">,
): boolean {
  return state === "available" && !(hideMatureContent && isMature(rating));
}

/** Where a file can be had, and for how long; pictures have a small copy as well. */
export function linksTo({ id, medium }: StoredBlob, urls: BlobUrls) {
  const original = urls.original(id);
  const preview = medium === "image" ? urls.preview(id) : undefined;
  return {
    url: original.url,
    urlExpiresAt: original.expiresAt,
    ...(preview ? { previewUrl: preview.url, previewUrlExpiresAt: preview.expiresAt } : {}),
  };
}
