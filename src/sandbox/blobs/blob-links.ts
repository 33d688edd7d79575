import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Clock, toIso } from "../clock.ts";
import type { BlobVariant } from "../store/blob-store.ts";
import type { MetaStore } from "../store/meta-store.ts";
import type { BlobUrls, SignedUrl } from "../workflows/view.ts";

/** A signature and its end, as they stand in a query. */
export type Signature = { sig?: string; exp?: string };
export type SignatureCheck = "valid" | "expired" | "wrong" | "absent";
/** What a content token names, and the instant of its end in milliseconds since 1970. */
export type ContentGrant = { blobId: string; variant: BlobVariant; expiresAt: number };

/** How the end of a link is written in its query. */
type LinkStyle = { writeLinkEnd(instantMs: number): string };

/** Makes and checks the links to files. Whoever has a link may use it until it ends. */
export type BlobLinks = {
  /** Links as a request's origin sees them. */
  urls(origin: string): BlobUrls;
  checkBlob(blobId: string, signature: Signature): SignatureCheck;
  /** A link straight to the bytes; with `until`, it does not last longer than that. */
  content(origin: string, blobId: string, variant: BlobVariant, until?: number): SignedUrl;
  readContent(token: string): ContentGrant | "expired" | "wrong";
  upload(origin: string, accountId: number): SignedUrl;
  checkUpload(account: string, signature: Signature): SignatureCheck;
};

const usualTtlSeconds = 15 * 60;

/** The secret is made once per database, so links survive a restart. */
export function createBlobLinks(
  meta: MetaStore,
  clock: Clock,
  { writeLinkEnd }: LinkStyle,
  ttlSeconds = usualTtlSeconds,
): BlobLinks {
  const lifeMs = ttlSeconds * 1000;
  // Links that are made within the same minute are the same, so that a page that polls loads no picture twice.
  const grainMs = lifeMs / 15;
  const sign = createSign(meta);
  const newEnd = () => Math.ceil(Math.floor(clock.now() / grainMs) * grainMs + lifeMs);

  function check(subject: string, { sig, exp }: Signature): SignatureCheck {
    if (sig === undefined || exp === undefined) return "absent";
    const expiresAt = readLinkEnd(exp);
    if (!Number.isSafeInteger(expiresAt) || !isSame(sig, sign(subject, expiresAt))) return "wrong";
    return clock.now() < expiresAt ? "valid" : "expired";
  }

  function content(origin: string, blobId: string, variant: BlobVariant, until = newEnd()): SignedUrl {
    const grant = Buffer.from(JSON.stringify([blobId, variant, until])).toString("base64url");
    const token = `${grant}.${sign(`content:${grant}`, until)}`;
    return { url: `${origin}${contentPath}${token}`, expiresAt: toIso(until) };
  }

  return {
    urls: (origin) => ({
      original(blobId) {
        const expiresAt = newEnd();
        const query = `sig=${sign(`blob:${blobId}`, expiresAt)}&exp=${writeLinkEnd(expiresAt)}`;
        return { url: `${origin}${blobPath}${encodeURIComponent(blobId)}?${query}`, expiresAt: toIso(expiresAt) };
      },
      preview: (blobId) => content(origin, blobId, "preview"),
      key: `${origin} ${newEnd()}`,
    }),
    checkBlob: (blobId, signature) => check(`blob:${blobId}`, signature),
    content,
    readContent(token) {
      const [grant = "", sig = ""] = token.split(".");
      const read = readGrant(grant);
      if (!read) return "wrong";
      const result = check(`content:${grant}`, { sig, exp: String(read.expiresAt) });
      return result === "valid" ? read : result === "expired" ? "expired" : "wrong";
    },
    upload(origin, accountId) {
      const expiresAt = newEnd();
      const query = `account=${accountId}&sig=${sign(`upload:${accountId}`, expiresAt)}&exp=${writeLinkEnd(expiresAt)}`;
      return { url: `${origin}/v2/consumer/blobs?${query}`, expiresAt: toIso(expiresAt) };
    },
    checkUpload: (account, signature) => check(`upload:${account}`, signature),
  };
}

/** The end of a link out of its query, in milliseconds since 1970; NaN for what is none. */
export function readLinkEnd(exp: string): number {
  return /^\d+$/.test(exp) ? Number(exp) : Date.parse(exp);
}

/**
 * Tells the blob that a link of this sandbox names. Only what this sandbox has signed is a link of it: under whatever
 * name of this machine it was seen, and also when its time is up. Anything else is the URL of somebody else.
 */
export function createLinkReader(meta: MetaStore): (source: string) => string | undefined {
  const sign = createSign(meta);
  return (source) => {
    if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return undefined;
    const { pathname, searchParams, username, password } = new URL(source);
    if (username !== "" || password !== "") return undefined;
    if (pathname.startsWith(contentPath)) {
      const [grant = "", sig = ""] = pathname.slice(contentPath.length).split(".");
      const read = readGrant(grant);
      return read && isSame(sig, sign(`content:${grant}`, read.expiresAt)) ? read.blobId : undefined;
    }
    const id = pathname.startsWith(blobPath) ? pathname.slice(blobPath.length) : "";
    const signature = sign(`blob:${id}`, readLinkEnd(searchParams.get("exp") ?? ""));
    return id !== "" && isSame(searchParams.get("sig") ?? "", signature) ? id : undefined;
  };
}

type Sign = (subject: string, expiresAt: number) => string;

function createSign(meta: MetaStore): Sign {
  const secret = meta.readOrMake("signing-secret", () => randomBytes(32).toString("base64url"));
  return (subject, expiresAt) => createHmac("sha256", secret).update(`${subject}\n${expiresAt}`).digest("base64url");
}

const blobPath = "/v2/consumer/blobs/";
const contentPath = `${blobPath}content/`;

function readGrant(grant: string): ContentGrant | undefined {
  try {
    const [blobId, variant, expiresAt]: unknown[] = JSON.parse(Buffer.from(grant, "base64url").toString());
    if (typeof blobId !== "string" || typeof expiresAt !== "number") return undefined;
    return variant === "original" || variant === "preview" ? { blobId, variant, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
