/** What tells one state of bytes from another (RFC 9110, 8.8). `modifiedAt` in milliseconds since 1970. */
export type Validators = { etag: string; modifiedAt: number };

/** The validators as headers of an answer. */
export function validatorHeaders({ etag, modifiedAt }: Validators): Record<string, string> {
  return { ETag: etag, "Last-Modified": new Date(modifiedAt).toUTCString() };
}

/** Whether the caller has these bytes already (RFC 9110, 13.1.2 and 13.1.3). A tag says more than a date. */
export function isKnown(headers: Headers, { etag, modifiedAt }: Validators): boolean {
  const tags = headers.get("If-None-Match");
  if (tags === null) return wholeSeconds(modifiedAt) <= Date.parse(headers.get("If-Modified-Since") ?? "");
  const listed: readonly string[] = tags.match(/"[^"]*"/g) ?? [];
  return tags.trim() === "*" || listed.includes(etag);
}

/** Whether a part that is asked for is one of these bytes, and not of others (If-Range; RFC 9110, 13.1.5). */
export function isPartOf(headers: Headers, { etag, modifiedAt }: Validators): boolean {
  const condition = headers.get("If-Range");
  return condition === null || condition === etag || Date.parse(condition) === wholeSeconds(modifiedAt);
}

/** A date of HTTP has no milliseconds. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000;
}
