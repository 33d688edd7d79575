import { createHash } from "node:crypto";
import { getDocument } from "#contract/document-operation.ts";
import { bytes, empty, operation } from "#contract/operation.ts";
import { implement, type Route } from "./implement.ts";

/** As bytes, because it is printed before anybody asks for it a second time. */
const getPrintedDocument = operation({
  ...getDocument,
  responses: { 200: bytes("The document."), 304: empty("The caller has this document already.") },
});

/** The document, printed at the first request for it. It changes with the program only, and a client asks at each start. */
export function documentRoutes(print: () => unknown): readonly Route[] {
  let printed: { bytes: Uint8Array; etag: string } | undefined;
  const get = implement(getPrintedDocument)(({ request }) => {
    printed ??= withTag(print());
    const headers = { "Cache-Control": "no-cache", ETag: printed.etag };
    if (isKnown(request.headers.get("If-None-Match"), printed.etag)) return { status: 304, headers };
    return { status: 200, bytes: printed.bytes, headers: { ...headers, "Content-Type": "application/json" } };
  });
  return [get];
}

function withTag(document: unknown): { bytes: Uint8Array; etag: string } {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
}

/** Whether one of the tags that a caller has is this one (RFC 9110, 13.1.2). A proxy that compresses makes it a weak one. */
function isKnown(header: string | null, etag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
