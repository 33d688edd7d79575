import { internalBlobId, type MediaAccess } from "../media-access.ts";
import type { ReadMedia } from "../steps/step-handler.ts";
import type { StoredBlob } from "../store/blob-store.ts";
import type { Store } from "../store/store.ts";
import { createLinkReader } from "./blob-links.ts";
import { decodeInline } from "./decode-inline.ts";
import { readContent, wordsOfRecipe } from "./read-content.ts";
import { readFacts } from "./read-facts.ts";

/**
 * Media of inputs: the account's own blobs by a link that this sandbox made, data URLs and base64. Nothing is ever fetched,
 * not even from this sandbox: a URL that leads to it by a detour leads nowhere.
 */
export function createMediaAccess(store: Store): MediaAccess {
  const idOfLink = createLinkReader(store.meta);
  const idOf = (source: string) => internalBlobId(source) ?? idOfLink(source);

  function ownBlob(accountId: number, source: string): StoredBlob | undefined {
    const id = idOf(source);
    const blob = id === undefined ? undefined : store.blobs.find(id);
    return blob?.accountId === accountId ? blob : undefined;
  }

  return {
    idOf,
    async readMedia(accountId, source) {
      const blob = ownBlob(accountId, source);
      if (!blob) return readForeign(source);
      if (blob.state !== "available") return { ok: false, reason: `The file ${blob.id} is not available.` };
      const content = await readContent(store, blob, "original");
      if (!content) return { ok: false, reason: `The file ${blob.id} has no content.` };
      return { ok: true, ...content };
    },
    async mediaFacts(accountId, source) {
      if (typeof source !== "string") return undefined;
      const blob = ownBlob(accountId, source);
      if (blob) return { width: blob.width, height: blob.height, seconds: blob.duration };
      const inline = decodeInline(source);
      return inline && readFacts(inline);
    },
    ratingOf: async (accountId, source) => ownBlob(accountId, source)?.rating ?? "pg",
    async wordsOf(accountId, source) {
      const blob = ownBlob(accountId, source);
      return blob && wordsOfRecipe(blob);
    },
  };
}

function readForeign(source: string): ReadMedia {
  const inline = decodeInline(source);
  if (inline) return { ok: true, ...inline };
  if (/^https?:\/\//i.test(source)) {
    const reason = `The sandbox never fetches media from other hosts, and this is no link to a file of this account: ${quote(source)}. Upload it, or send a data URL.`;
    return { ok: false, reason };
  }
  return {
    ok: false,
    reason: `This is neither a URL of the sandbox, a data URL nor base64 of a file: ${quote(source)}`,
  };
}

/** Enough of a text to know it again; base64 can be megabytes. */
function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
