import { getBlobContent } from "#contract/blob-operations.ts";
import { readByteRange } from "../blobs/byte-range.ts";
import { readContent } from "../blobs/read-content.ts";
import { implement } from "./implement.ts";
import { problem } from "./problems.ts";
import { isKnown, isPartOf, validatorHeaders } from "./validators.ts";

/** The bytes behind a signed link; also a part of them, which players of sound and film ask for. */
export const contentRoute = implement(getBlobContent)(async ({ services, links, params, query, request }) => {
  const grant = links.readContent(params.encryptedToken);
  if (grant === "expired") return problem(403, "The link has expired; read the workflow again for a fresh one.");
  if (grant === "wrong") return problem(403, "The link is not valid.");
  const blob = services.store.blobs.find(grant.blobId);
  // A link may be older than the block of what it leads to.
  const content = blob?.state === "available" ? await readContent(services.store, blob, grant.variant) : undefined;
  if (!blob || !content) return problem(404, "There is no such blob, or it is not available.");
  const { bytes, mediaType } = content;
  // The bytes of a blob never change, and neither does its small copy.
  const validators = { etag: `"${blob.id}-${grant.variant}"`, modifiedAt: blob.createdAt };
  const known = {
    ...validatorHeaders(validators),
    "Cache-Control": `private, immutable, max-age=${Math.floor((grant.expiresAt - services.clock.now()) / 1000)}`,
    "x-nsfw-level": blob.rating,
  };
  if (isKnown(request.headers, validators)) return { status: 304, headers: known };
  const headers = {
    ...known,
    ...fixedHeaders,
    "Content-Type": mediaType,
    // Said here, or a HEAD would tell no length.
    "Content-Length": String(bytes.length),
    ...disposition(query.filename, query.download),
  };
  // A part is asked for by GET alone (RFC 9110, 14.2).
  const isPart = request.method === "GET" && isPartOf(request.headers, validators);
  const range = isPart ? readByteRange(request.headers.get("Range"), bytes.length) : undefined;
  if (range === "unsatisfiable") {
    const reply = problem(416, `The blob has ${bytes.length} bytes.`);
    return { ...reply, headers: { "Content-Range": `bytes */${bytes.length}` } };
  }
  if (!range) return { status: 200, bytes, headers };
  const contentRange = `bytes ${range.first}-${range.last}/${bytes.length}`;
  const part = bytes.subarray(range.first, range.last + 1);
  const partHeaders = { "Content-Length": String(part.length), "Content-Range": contentRange };
  return { status: 206, bytes: part, headers: { ...headers, ...partHeaders } };
});

/** An uploaded file is a stranger's: it is shown as what it was found to be, and can do nothing. */
const fixedHeaders = {
  "Accept-Ranges": "bytes",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};

/** Saved under a name (RFC 6266): shown in place, or offered as a download. */
function disposition(filename: string | undefined, download: string | undefined): Record<string, string> {
  const isDownload = download !== undefined && download.toLowerCase() !== "false";
  if (filename === undefined && !isDownload) return {};
  const kind = isDownload ? "attachment" : "inline";
  const name = filename ? `; filename*=UTF-8''${encodeName(filename)}` : "";
  return { "Content-Disposition": `${kind}${name}` };
}

function encodeName(name: string): string {
  const plain = name.replace(/[/\\]/g, "_");
  return encodeURIComponent(plain).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
