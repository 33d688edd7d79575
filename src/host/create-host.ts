import { systemClock } from "#sandbox/clock.ts";
import { createSandbox, type Sandbox } from "#sandbox/create-sandbox.ts";
import type { Peer } from "#sandbox/http/incoming.ts";
import { fill, makeDatabase } from "./make-database.ts";
import { createRelay } from "./relay.ts";
import type { Settings } from "./settings.ts";

/** The sandbox and the relay of a process. */
export type Host = {
  /** Answers what is said to the sandbox or the relay; `undefined` for any other path. */
  fetch(request: Request, peer: Peer): Promise<Response> | undefined;
  sandbox: Sandbox;
  /** Wait for the answers that are on their way, and close the database. Close the connections before: they end all waits. */
  close(): Promise<void>;
};

/** Whether a path is the sandbox's or the relay's. */
export function isOfHost(path: string): boolean {
  return /^\/(v2|openapi|_sandbox|relay)\//.test(path);
}

/** Open the sandbox's database, fill it if it is new, go on with its work, and get ready to answer. */
export async function createHost(settings: Settings): Promise<Host> {
  const { database, speed, seed, upstreams, urlTtlSeconds, publishedDocument, rateLimit, limits, dialect } = settings;
  if (database !== ":memory:") await makeDatabase(database, seed, dialect);
  const sandbox = createSandbox(
    {
      database,
      clock: systemClock,
      speed,
      running: true,
      rateLimit,
      limits,
      urlTtlSeconds,
      publishedDocument,
      dialect,
    },
    { onError: (error) => console.error(error) },
  );
  if (database === ":memory:") await fill(sandbox.services, seed);
  const relay = createRelay(upstreams);
  const onTheWay = new Set<Promise<Response>>();

  function answer(request: Request, peer: Peer): Promise<Response> | undefined {
    const { pathname } = new URL(request.url);
    if (!isOfHost(pathname)) return undefined;
    return pathname.startsWith("/relay/") ? relay(request, peer) : sandbox.fetch(request, peer);
  }

  return {
    fetch(request, peer) {
      const response = answer(request, peer);
      if (response) {
        const forget = () => onTheWay.delete(response);
        onTheWay.add(response);
        response.then(forget, forget);
      }
      return response;
    },
    sandbox,
    async close() {
      await Promise.allSettled(onTheWay);
      await sandbox.close();
    },
  };
}
