import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { keepAliveTimeout } from "#host/listener.ts";
import type { ServerAnswer, ServerOrder } from "./messages.ts";

/** Listen on a free port, tell the process that started this one, and answer what it asks about this one. */
export function listenAndTell(listener: RequestListener): void {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  const server = createServer({ keepAliveTimeout }, listener);
  server.listen(0, "127.0.0.1", () => {
    const startMs = performance.now();
    // Proven by Node: a server that listens on a port has an address of this kind.
    tell({ kind: "listens", port: (server.address() as AddressInfo).port });
    process.on("message", (order: ServerOrder) => {
      if (order.kind === "forget-delays") delays.reset();
      else tell({ kind: "facts", facts: { startMs, ...memory(), ...delaysOf(delays), processorMs: processorMs() } });
    });
  });
  process.once("disconnect", () => process.exit());
}

function tell(answer: ServerAnswer): void {
  process.send?.(answer);
}

function memory() {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    residentMb: Math.round(rss / 1e6),
    heapMb: Math.round(heapUsed / 1e6),
    externalMb: Math.round(external / 1e6),
  };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What the timer itself waits for is no delay. */
function delaysOf(delays: ReturnType<typeof monitorEventLoopDelay>) {
  const inMs = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6 - 5));
  return { loopP99Ms: inMs(delays.percentile(99)), loopMaxMs: inMs(delays.max) };
}
