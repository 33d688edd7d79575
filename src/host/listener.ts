import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Peer } from "#sandbox/http/incoming.ts";
import { isLoopbackAddress } from "#sandbox/http/loopback.ts";
import { DroppedConnection } from "#sandbox/http/meet-fault.ts";

/**
 * How long a connection stays open without a request. Longer than clients keep one (a minute at most, for the common
 * ones): where the server is the first to close, a request that is just on its way is lost.
 */
export const keepAliveTimeout = 65_000;

export type Answer = (request: Request, peer: Peer) => Promise<Response>;

/** Node's way of being asked, over a function of requests. A connection that is to be dropped is closed without a word. */
export function listenerOf(answer: Answer): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  return getRequestListener(
    async (request, { incoming }) => {
      // Proven by `serve` and by Vite: servers of HTTP/1 are given this listener, and no others.
      const { socket } = incoming as IncomingMessage;
      try {
        return await answer(request, { isLoopback: isLoopbackAddress(socket.remoteAddress) });
      } catch (error) {
        if (!(error instanceof DroppedConnection)) throw error;
        socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
    // Node's own Response hands a body over as a stream, which takes longer than all the rest of a short answer.
    { overrideGlobalObjects: true },
  );
}
