import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRelay } from "./relay.ts";
import { type Serving, serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/** A caller of this machine. */
export const here = { isLoopback: true };

export const bearer = { Authorization: "Bearer sandbox_relay" };

/** A sandbox that a relay may go to. */
export function startUpstream(environment: Record<string, string> = {}): Promise<Serving> {
  const read = readSettings({ PORT: "0", SANDBOX_DATA: ":memory:", SANDBOX_SEED: "empty", ...environment });
  if (!read.ok) throw new Error(read.message);
  return serve(read.settings);
}

/** What a relay to one upstream answers of a path there. `origin`: where the caller wants to go. */
export function askUpstream(upstream: Serving, path: string, init: RequestInit = {}, peer = here, origin?: string) {
  const url = `http://127.0.0.1:4321/relay/${encodeURIComponent(origin ?? upstream.address)}${path}`;
  return createRelay([upstream.address])(new Request(url, init), peer);
}

/** Submit a small picture through the relay. */
export function submitPicture(upstream: Serving, query: string) {
  return askUpstream(upstream, `/v2/consumer/workflows?${query}`, {
    method: "POST",
    headers: { ...bearer, "Content-Type": "application/json" },
    body: JSON.stringify({
      steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a fox", width: 64, height: 64 } }],
    }),
  });
}

/** A bare server, for what a sandbox can't show. */
export async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Where a bare server is. */
export function originOf(server: Server): string {
  // A server that listens to a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The path of a bare server, through the relay. */
export function relayUrl(server: Server, path: string): string {
  return `http://127.0.0.1:4321/relay/${encodeURIComponent(originOf(server))}${path}`;
}
