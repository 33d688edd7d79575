import { Agent, request } from "node:http";
import autocannon from "autocannon";
import type { Served } from "./start-server.ts";

export type Asked = { path: string; method?: "GET" | "POST" | "PUT"; headers?: Record<string, string>; body?: string };
/** Milliseconds. */
export type Latency = { p50: number; p99: number; bytes: number };

/** Ask one after the other over one connection, and tell how long the answers took; what is done before each isn't counted. */
export async function timeOneByOne(
  origin: string,
  asked: readonly Asked[],
  before?: () => Promise<void>,
): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took: number[] = [];
  let bytes = 0;
  for (const one of asked) {
    await before?.();
    const startedAt = performance.now();
    bytes += (await ask(origin, one, agent)).length;
    took.push(performance.now() - startedAt);
  }
  agent.destroy();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), bytes: Math.round(bytes / asked.length) };
}

/**
 * How many of these requests are answered a second, by turns, over eight connections, and how much of the processor each
 * takes in the server, in microseconds.
 */
export async function countPerSecond(server: Served, asked: readonly Asked[], seconds: number) {
  const before = await server.facts();
  const { requests, latency, errors, non2xx } = await autocannon({
    url: server.origin,
    requests: asked.map((one) => ({ ...one, method: one.method ?? "GET" })),
    connections: 8,
    duration: seconds,
  });
  const { processorMs } = await server.facts();
  if (errors + non2xx > 0) throw new Error(`${errors} errors and ${non2xx} refusals at ${asked[0]?.path}`);
  const microseconds = Math.round((1000 * (processorMs - before.processorMs)) / requests.total);
  return { perSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99, microseconds };
}

/** The body of an answer. Throws for any but a successful one. */
export function ask(origin: string, { path, method, headers, body }: Asked, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asking = request(origin + path, { method, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const whole = Buffer.concat(chunks);
        if ((answer.statusCode ?? 500) < 300) resolve(whole);
        else reject(new Error(`${method ?? "GET"} ${path} answered ${answer.statusCode}: ${whole}`));
      });
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
