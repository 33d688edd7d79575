import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/*
 * A server for the benchmarks of the list: the built pages, brotli-compressed once, and an account of made-up workflows
 * that are the same at every run. The one at place n is computed when it is asked for.
 */

/** What is counted and set while it runs. */
export type ListStub = {
  origin: string;
  /** How many workflows the account has. */
  total: number;
  /** How many of the newest are under way; each read sees them further. */
  active: number;
  requests: { path: string; bytes: number }[];
  close: () => Promise<void>;
};

type Site = { prefix: string; folder: string };

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
const startMs = Date.parse("2026-11-24T10:00:00Z");
const pixel = Buffer.from("R0lGODlhAQABAIAAAMzMzAAAACwAAAAAAQABAAACAkQBADs=", "base64");

export async function openListStub(sites: readonly Site[]): Promise<ListStub> {
  const stub = { total: 0, active: 0, requests: [] as ListStub["requests"] };
  const compressed = new Map<string, Buffer>();
  let reads = 0;
  const server = createServer((request, response) => {
    request.resume();
    const url = new URL(request.url ?? "/", "http://stub");
    const send = (body: unknown, type = "application/json", headers: Record<string, string> = {}) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
      stub.requests.push({ path: url.pathname, bytes: bytes.length });
      response.writeHead(200, { "Content-Type": type, ...headers }).end(bytes);
    };
    reads += 1;
    if (url.pathname === "/v2/consumer/workflows") return send(pageOf(url, stub, reads));
    if (url.pathname.startsWith("/v2/consumer/workflows/")) {
      const place = Number(url.pathname.split("-").at(-1));
      const wait = url.searchParams.has("until") ? Number(url.searchParams.get("wait") ?? 0) : 0;
      return void setTimeout(() => send(workflowAt(place, stub.active, reads)), wait * 1000);
    }
    if (url.pathname.startsWith("/v2/consumer/blobs")) return send(pixel, "image/gif");
    if (url.pathname === "/_sandbox/account") return send({ balances: { blue: 500, green: 1000, yellow: 2000 } });
    if (url.pathname === "/openapi/v2-consumers.json") return send(openapi);
    return sendFile(sites, compressed, url.pathname, response, send);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(stub, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  });
}

/** One in ten failed, two images every third, two tags of fifty. */
export function workflowAt(place: number, active: number, reads: number) {
  const status = place < active ? "processing" : place % 10 === 3 ? "failed" : "succeeded";
  const createdAt = new Date(startMs - place * 61_000).toISOString();
  const blob = (index: number) => ({
    type: "image",
    id: `${place}-${index}.jpeg`,
    available: true,
    url: `/v2/consumer/blobs/${place}-${index}.jpeg?sig=${"hygczGdq7zAgU0eewmrmKgeKityb9uGStfPKqSgS"}&exp=1795691940000`,
    nsfwLevel: "pg",
    width: 1024,
    height: 1024,
  });
  return {
    id: `wf-2026112410-${place}`,
    createdAt,
    startedAt: createdAt,
    ...(status === "processing" ? {} : { completedAt: new Date(startMs - place * 61_000 + 9_400).toISOString() }),
    status,
    metadata: { name: `Picture ${place} of the series`, note: "x".repeat(600) },
    tags: [`campaign-${place % 10}`, `batch-${place % 50}`],
    steps: [
      {
        $type: "imageGen",
        name: "hero",
        status,
        estimatedProgressRate: status === "processing" ? (reads % 100) / 100 : 1,
        input: { engine: "flux", prompt: "a lighthouse at dawn, mist over the harbour, painterly light ".repeat(4) },
        output: status === "succeeded" ? { images: place % 3 === 0 ? [blob(0), blob(1)] : [blob(0)] } : null,
        jobs: [{ id: `job-${place}`, status, cost: 8 }],
      },
    ],
    cost: { base: 8, total: 8 },
    transactions: {
      list: [{ type: "debit", amount: 8, accountType: place % 4 === 0 ? "yellow" : "blue", id: `t${place}` }],
    },
    allowMatureContent: null,
    upgradeMode: "manual",
  };
}

function pageOf(url: URL, { total, active }: { total: number; active: number }, reads: number) {
  const take = Number(url.searchParams.get("take") ?? 50);
  const statuses = url.searchParams.getAll("status").filter((one) => one !== "");
  const items: ReturnType<typeof workflowAt>[] = [];
  let place = Number(url.searchParams.get("cursor") || 0);
  for (; place < total && items.length < take; place += 1) {
    const workflow = workflowAt(place, active, reads);
    if (statuses.length === 0 || statuses.includes(workflow.status)) items.push(workflow);
  }
  return { items, ...(place < total ? { next: String(place) } : {}) };
}

/** As much of a document as tells what can be filtered and waited for. */
const openapi = {
  openapi: "3.1.0",
  paths: {
    "/v2/consumer/workflows": { get: { parameters: [{ name: "status" }, { name: "excludeTags" }] } },
    "/v2/consumer/workflows/{workflowId}": { get: { parameters: [{ name: "until" }] } },
  },
};

function sendFile(
  sites: readonly Site[],
  compressed: Map<string, Buffer>,
  path: string,
  response: ServerResponse,
  send: (body: Buffer, type: string, headers: Record<string, string>) => void,
): void {
  const site = sites.find(({ prefix }) => path.startsWith(prefix));
  const asked = site && join(site.folder, path.slice(site.prefix.length));
  const file = asked && extname(asked) !== "" ? asked : site && join(site.folder, "index.html");
  if (!file || !existsSync(file)) return void response.writeHead(404).end();
  const bytes = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
  compressed.set(file, bytes);
  send(bytes, types[extname(file)] ?? "application/octet-stream", { "Content-Encoding": "br" });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
