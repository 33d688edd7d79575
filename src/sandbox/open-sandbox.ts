import { createMediaAccess } from "./blobs/media-access.ts";
import { type Courier, createCourier } from "./callbacks/courier.ts";
import { createServices } from "./create-services.ts";
import { type DueWork, startLoop } from "./engine/loop.ts";
import { startDue } from "./engine/tick.ts";
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
  const courier = createCourier(services);
  const work = workOf(services, courier);
  const loop = options.running ? startLoop(services, work) : undefined;
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
      let moved = 1;
      while (moved > 0) {
        const started = work.map((kind) => kind.start());
        await Promise.all(started.flatMap(({ handlers }) => handlers));
        moved = started.reduce((sum, one) => sum + one.moved, 0);
      }
    },
    async drain(leaving) {
      closing.abort();
      while (inFlight.size > leaving) await Promise.race(inFlight);
    },
    async close() {
      await Promise.all([loop?.stop(), courier.stop()]);
      services.store.close();
    },
  };
}

/** What comes due in a sandbox. */
function workOf(services: Services, courier: Courier): DueWork[] {
  const { steps, callbacks } = services.store;
  return [
    { start: () => startDue(services), nextDueAfter: steps.nextDueAfter },
    { start: courier.startDue, nextDueAfter: callbacks.nextDueAfter },
  ];
}
