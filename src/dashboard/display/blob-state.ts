import type { Blob } from "#contract/blob.ts";
import { isBlockedForGood, isMature, isReleasableBlob } from "#contract/mature.ts";

/**
 * How a blob may be shown. `withheld` can be released; `blocked` never; `hidden` is there and the operator hides mature
 * media; `blurred` waits for a press; `pending` is not made yet; `missing` was never delivered.
 */
export type BlobState = "shown" | "blurred" | "hidden" | "withheld" | "blocked" | "pending" | "missing";

export type BlobSurroundings = {
  hideMature: boolean;
  /** Of the workflow. */
  allowMatureContent: boolean | null | undefined;
  /** Whether the step that makes it is over. */
  isOver: boolean;
  isRevealed: boolean;
};

/**
 * What to show of a blob. With `hideMature` no mature url is ever used, even if a server sent one. Source: product,
 * "Hide mature"; decisions, "Mature content".
 */
export function blobState(
  blob: Blob,
  { hideMature, allowMatureContent, isOver, isRevealed }: BlobSurroundings,
): BlobState {
  if (isBlockedForGood(blob)) return "blocked";
  const isUnlocked = allowMatureContent === true || (blob.url && blob.available);
  if (!isUnlocked && isReleasableBlob(blob, allowMatureContent)) return "withheld";
  if (isMature(blob.nsfwLevel) && hideMature) return "hidden";
  if (!blob.url) return isOver ? "missing" : "pending";
  return isMature(blob.nsfwLevel) && !isRevealed ? "blurred" : "shown";
}
