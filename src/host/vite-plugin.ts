import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin, PreviewServer, ViteDevServer } from "vite";

/**
 * The same sandbox and relay in `vite` and `vite preview`. Vite's configuration is loaded by Node itself, which knows no
 * TypeScript; so the host behind is loaded by tsx, and only once a server starts.
 */
export function hostPlugin(): Plugin {
  return {
    name: "baton-host",
    // Tests open sandboxes of their own.
    apply: (_, { mode }) => mode !== "test",
    // The database changes with every request; nothing is to be drawn anew for that.
    config: () => ({ server: { watch: { ignored: ["**/.data/**"] } } }),
    configureServer: addHost,
    configurePreviewServer: addHost,
  };
}

async function addHost({ middlewares, httpServer, config }: ViteDevServer | PreviewServer): Promise<void> {
  const { tsImport } = await import("tsx/esm/api");
  const { openMiddleware }: typeof import("./middleware.ts") = await tsImport("./middleware.ts", import.meta.url);
  const opened = await openMiddleware();
  if (!opened.ok) {
    config.logger.error(opened.message);
    throw new Error("The host can't be opened.");
  }
  httpServer?.once("close", () => void opened.close());
  middlewares.use((incoming: IncomingMessage, outgoing: ServerResponse, next: Connect.NextFunction) =>
    opened.handle(incoming, outgoing, next),
  );
}
