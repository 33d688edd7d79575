import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createHost, type Host } from "./create-host.ts";
import { keepAliveTimeout, listenerOf } from "./listener.ts";
import { refuse } from "./refuse.ts";
import type { Settings } from "./settings.ts";

/** A process that answers. `address` is what a browser opens. */
export type Serving = { address: string; host: Host; close(): Promise<void> };

/**
 * Listen and open the sandbox. `serveFile` answers what is neither the sandbox's nor the relay's. The port comes first:
 * where another process holds it, that process most likely works on the same database.
 */
export async function serve(
  settings: Settings,
  serveFile: (request: Request) => Promise<Response> = nothing,
): Promise<Serving> {
  const server = createServer({ keepAliveTimeout });
  const port = await listen(server, settings);
  const opening = createHost(settings);
  server.on(
    "request",
    listenerOf(async (request, peer) => (await opening).fetch(request, peer) ?? serveFile(request)),
  );
  try {
    const host = await opening;
    return { address: addressOf(settings.host, port), host, close: () => close(server, host) };
  } catch (error) {
    await stopListening(server);
    throw error;
  }
}

/** Why the process can't listen, in words for the one who started it. */
export function sayListenError(error: unknown, { port, host }: Settings): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is in use. Set another one, such as PORT=${port + 1}.`;
  if (code === "EACCES")
    return `Port ${port} may not be listened on by this user. Set one above 1023, such as PORT=4321.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `This machine has no address "${host}" (HOST).`;
  return String(error);
}

function listen(server: Server, { port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // Proven by Node: a server that listens on a port has an address of this kind.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** An address that means every address is opened by the name of this machine. */
function addressOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Connections first: nobody waits any more for what the sandbox would still answer. */
async function close(server: Server, host: Host): Promise<void> {
  await stopListening(server);
  await host.close();
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

/** Where the API is served alone, whoever mistakes its path reads the same kind of document as of any other error. */
async function nothing(request: Request): Promise<Response> {
  return refuse(404, `There is nothing at ${new URL(request.url).pathname}.`);
}
