/** Below it are the files of an API; the relay passes on nothing else of another host. Source: facts 3, GetBlob. */
const blobPath = /^\/v2\/consumer\/blobs\//;
/** By it the relay says that it is the one who refuses, and because of which origin. */
const refusedOrigin = "X-Relay-Refused";

/**
 * Where the bytes of a medium are fetched from: as it is when it is of our own origin, by way of the relay when it is of
 * another host, which the page may show but not read. `undefined`: the relay would pass no such address on.
 */
export function bytesUrl(url: string, ownOrigin = location.origin): string | undefined {
  if (!URL.canParse(url, ownOrigin)) return undefined;
  const { origin, pathname, search } = new URL(url, ownOrigin);
  if (origin === ownOrigin) return `${pathname}${search}`;
  return blobPath.test(pathname) ? `/relay/${encodeURIComponent(origin)}${pathname}${search}` : undefined;
}

/** A file on a host that this Baton does not relay: its bytes can't be read here, but it can be opened there. */
export class MediumElsewhere extends Error {
  /** Where the operator can open it. */
  readonly url: string;
  readonly host: string;

  constructor(url: string, origin = url) {
    const host = URL.canParse(origin) ? new URL(origin).host : "another host";
    super(`The file is on ${host}, which this Baton does not relay; open it there.`);
    this.name = "MediumElsewhere";
    this.url = url;
    this.host = host;
  }
}

/** What the manifest of a zip says of a medium that is not in it. */
export function whyLeftOut(error: unknown): { leftOut: string; address?: string } {
  if (error instanceof MediumElsewhere) return { leftOut: error.message, address: error.url };
  return { leftOut: "It could not be read." };
}

/** The origin because of which the relay itself refused an answer; `undefined` when it did not. */
export function originRefused({ headers }: Response): string | undefined {
  return headers.get(refusedOrigin) ?? undefined;
}
