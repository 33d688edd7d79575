import type { Rating } from "#contract/mature.ts";
import type { MediaFacts, ReadMedia } from "./steps/step-handler.ts";

/**
 * How the engine gets at media that inputs name: a URL of this sandbox, a data URL, base64. Media on other hosts are
 * never fetched. An account reaches its own blobs only.
 */
export type MediaAccess = {
  /** The bytes of a medium, or why they can't be had. */
  readMedia(accountId: number, source: string): Promise<ReadMedia>;
  /** What is known of a medium; `undefined` for one that is unknown or on another host. */
  mediaFacts(accountId: number, source: unknown): Promise<MediaFacts | undefined>;
  /** The rating of a blob of this sandbox; `pg` for anything else. */
  ratingOf(accountId: number, source: string): Promise<Rating>;
  /** The words that a blob of this sandbox was made from; `undefined` for anything else. */
  wordsOf(accountId: number, source: string): Promise<string | undefined>;
  /** The id of the blob that a URL of this sandbox names, told from its path and signature; `undefined` for anything else. */
  idOf(source: string): string | undefined;
};

/**
 * How a blob is named where no request says under which host the sandbox is seen: in values that one step hands to the
 * next. Never sent as it stands; an answer has a signed URL in its place.
 */
export function internalBlobUrl(blobId: string): string {
  return `${internalOrigin}${blobId}`;
}

/** The id in an internal URL; `undefined` for any other text. */
export function internalBlobId(text: string): string | undefined {
  if (!text.startsWith(internalOrigin)) return undefined;
  // Ids are of letters, digits and a dot. Anybody may write other texts of this form, also such that can't be decoded.
  const id = text.slice(internalOrigin.length);
  return /^[\w.-]+$/.test(id) ? id : undefined;
}

const internalOrigin = "http://sandbox.invalid/v2/consumer/blobs/";
