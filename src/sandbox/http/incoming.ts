import type { BlobLinks } from "../blobs/blob-links.ts";
import type { Faults } from "../faults.ts";
import type { Services } from "../services.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Where a request comes from: only the host can tell. Callers in the same process are of this machine. */
export type Peer = { isLoopback: boolean };

/** What all routes share. */
export type Surroundings = {
  services: Services;
  rateLimit: RateLimit;
  faults: Faults;
  links: BlobLinks;
  /** See `AppOptions`. */
  replaceDatabase: (draft: string) => Promise<boolean>;
};

/** A request on its way to the operation that its path and method name. */
export type Incoming = Surroundings & {
  request: Request;
  /** Aborted when nobody waits for the answer any more: the caller, or the gateway before the server. */
  signal: AbortSignal;
  url: URL;
  pathParams: Record<string, string>;
  peer: Peer;
};
