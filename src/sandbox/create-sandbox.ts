import { createMediaAccess } from "./blobs/media-access.ts";
import { createServices } from "./create-services.ts";
import { startLoop } from "./engine/loop.ts";
import { tick } from "./engine/tick.ts";
import { type AppOptions, createApp } from "./http/create-app.ts";
import type { Peer } from "./http/incoming.ts";
import type { SandboxOptions } from "./options.ts";
import type { Services } from "./services.ts";

/** The orchestrator as one function of requests, over one SQLite file. */
export type Sandbox = {
  /** `peer`: who is at the other end; without it, a caller in this process. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
  /** Run whatever is due by the clock, until nothing is. */
  idle(): Promise<void>;
  /** Take up nothing new, wait for what is at work, and close the file. */
  close(): Promise<void>;
  services: Services;
};

/** Put a sandbox together. With `running`, work goes on by itself, also what an earlier process left in the middle. */
export function createSandbox(options: SandboxOptions, appOptions?: Partial<AppOptions>): Sandbox {
  const services = createServices(options, createMediaAccess);
  const app = createApp(services, appOptions);
  const loop = options.running ? startLoop(services) : undefined;
  if (loop) services.wake = loop.wake;
  return {
    fetch: app.fetch,
    async idle() {
      while ((await tick(services)) > 0);
    },
    async close() {
      await loop?.stop();
      services.store.close();
    },
    services,
  };
}
