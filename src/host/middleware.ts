import type { IncomingMessage, ServerResponse } from "node:http";
import { createHost, isOfHost } from "./create-host.ts";
import { listenerOf } from "./listener.ts";
import { processEnvironment, readSettings } from "./settings.ts";

type Middleware = {
  ok: true;
  handle(incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void;
  close(): Promise<void>;
};

/** Its own database: `npm start` may be running beside, and work goes on in one process only. */
const ownDefaults = { SANDBOX_DATA: ".data/dev.db" };

/** The host as a part of another server: what is neither the sandbox's nor the relay's goes on to `next`. */
export async function openMiddleware(): Promise<Middleware | { ok: false; message: string }> {
  const read = readSettings({ ...ownDefaults, ...processEnvironment() });
  if (!read.ok) return read;
  const host = await createHost(read.settings);
  const listener = listenerOf(
    async (request, peer) => host.fetch(request, peer) ?? new Response(null, { status: 404 }),
  );
  return {
    ok: true,
    handle(incoming, outgoing, next) {
      if (isOfHost(incoming.url ?? "")) void listener(incoming, outgoing);
      else next();
    },
    close: () => host.close(),
  };
}
