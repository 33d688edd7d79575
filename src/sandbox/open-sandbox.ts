import { createMediaAccess } from "./blobs/media-access.ts";
import { createServices } from "./create-services.ts";
import { startLoop } from "./engine/loop.ts";
import { tick } from "./engine/tick.ts";
import { type AppOptions, createApp } from "./http/create-app.ts";
import type { Peer } from "./http/incoming.ts";
import type { SandboxOptions } from "./options.ts";
import type { Services } from "./services.ts";

/** A sandbox from the opening of its file to the closing. */
export type OpenSandbox = {
  services: Services;
  fetch(request: Request, peer?: Peer): Promise<Response>;
  /** Run whatever is due by the clock, until nothing is. */
  idle(): Promise<void>;
  /** Let nobody wait any longer, and resolve when no more than so many requests are still to be answered. */
  drain(leaving: number): Promise<void>;
  /** Take up nothing new, wait for what is at work, and close the file. */
  close(): Promise<void>;
};

export function openSandbox(options: SandboxOptions, appOptions: Partial<AppOptions>): OpenSandbox {
  const closing = new AbortController();
  const services = createServices(options, createMediaAccess, closing.signal);
  const app = createApp(services, appOptions);
  const loop = options.running ? startLoop(services) : undefined;
  if (loop) services.wake = loop.wake;
  const inFlight = new Set<Promise<unknown>>();
  return {
    services,
    fetch(request, peer) {
      const answer = app.fetch(request, peer);
      const settled: Promise<unknown> = answer.then(
        () => inFlight.delete(settled),
        () => inFlight.delete(settled),
      );
      inFlight.add(settled);
      return answer;
    },
    async idle() {
      while ((await tick(services)) > 0);
    },
    async drain(leaving) {
      closing.abort();
      while (inFlight.size > leaving) await Promise.race(inFlight);
    },
    async close() {
      await loop?.stop();
      services.store.close();
    },
  };
}
