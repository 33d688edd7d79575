import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maxUploadBytes } from "#contract/blob-operations.ts";
import { defaultLimits, defaultRateLimit } from "#sandbox/options.ts";
import { type Serving, sayListenError, serve } from "./serve.ts";
import { serveFiles } from "./serve-files.ts";
import type { Settings } from "./settings.ts";

const settings: Settings = {
  port: 0,
  host: "127.0.0.1",
  database: ":memory:",
  seed: "empty",
  speed: 1,
  urlTtlSeconds: 900,
  rateLimit: defaultRateLimit,
  limits: defaultLimits,
  dialect: "guide",
  upstreams: [],
};
const page = `<!doctype html><title>Baton</title>${" ".repeat(2000)}`;
const bearer = { Authorization: "Bearer sandbox_serve" };
let folder: string;
let serving: Serving;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "baton-serve-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "assets/index-4f1c.js"), "export {};");
  serving = await serve(settings, serveFiles(folder));
});

afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${serving.address}${path}`, { headers });

describe("the API alone", () => {
  it("answers a problem for every path that the API does not have", async () => {
    const alone = await serve(settings);
    const answer = await fetch(`${alone.address}/v3/workflows`);
    await alone.close();
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  });
});

describe("the files of the dashboard", () => {
  it("are a page for every screen, which is never kept", async () => {
    for (const path of ["/", "/workflows/wf_1", "/new?x=1"]) {
      const answer = await get(path);
      expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("Cache-Control")).toBe("no-cache");
      expect(await answer.text()).toBe(page);
    }
  });

  it("are kept for good where their name holds a hash", async () => {
    const { headers } = await get("/assets/index-4f1c.js");
    expect(headers.get("Content-Type")).toContain("javascript");
    expect(headers.get("Cache-Control")).toContain("immutable");
  });

  it("are compressed for who takes that", async () => {
    const bytes = await serveFiles(folder)(new Request("http://x/", { headers: { "Accept-Encoding": "gzip, br" } }));
    expect(bytes.headers.get("Content-Encoding")).toBe("br");
    expect(brotliDecompressSync(await bytes.arrayBuffer()).toString()).toBe(page);
    const plain = await serveFiles(folder)(new Request("http://x/", { headers: { "Accept-Encoding": "br;q=0" } }));
    expect(plain.headers.get("Content-Encoding")).toBeNull();
  });

  it("run no script of another origin", async () => {
    const policy = (await get("/")).headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).toContain("img-src 'self' data: blob: https:");
  });

  it("show pictures and films of an upstream without TLS", async () => {
    const answer = await serveFiles(folder, ["http://127.0.0.1:9"])(new Request("http://x/"));
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    for (const media of ["img-src", "media-src"]) {
      expect(policy).toContain(`${media} 'self' data: blob: https: http://127.0.0.1:9;`);
    }
  });

  it("404: are none where a file is missing, and none outside of the folder", async () => {
    expect((await get("/assets/index-0000.js")).status).toBe(404);
    expect((await get("/favicon.ico")).status).toBe(404);
    expect(await (await get("/..%2f..%2fetc/passwd")).text()).toBe(page);
  });

  it("405: are read only", async () => {
    expect((await fetch(serving.address, { method: "POST" })).status).toBe(405);
  });
});

describe("the connection", () => {
  const arm = (fault: object) =>
    fetch(`${serving.address}/_sandbox/faults`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fault),
    });

  it("is closed without an answer where a fault wants that", async () => {
    for (const kind of ["drop", "drop-after-commit"]) {
      expect((await arm({ kind })).status).toBe(201);
      await expect(get("/v2/consumer/workflows", bearer)).rejects.toThrow("fetch failed");
    }
    expect((await get("/v2/consumer/workflows", bearer)).status).toBe(200);
  });

  it("hangs until the caller gives up", async () => {
    await arm({ kind: "hang" });
    const signal = AbortSignal.timeout(100);
    await expect(fetch(`${serving.address}/v2/consumer/workflows`, { headers: bearer, signal })).rejects.toThrow(
      "timeout",
    );
    expect((await get("/v2/consumer/workflows", bearer)).status).toBe(200);
  });

  it("413: is answered before an upload that is too long has been sent", async () => {
    const heard = await sendHead([
      "POST /v2/consumer/blobs HTTP/1.1",
      "Host: 127.0.0.1",
      "Authorization: Bearer sandbox_serve",
      `Content-Length: ${maxUploadBytes + 1}`,
    ]);
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe("a start that fails", () => {
  it("says that the port is in use, and which one to take", async () => {
    const taken = { ...settings, port: Number(new URL(serving.address).port) };
    const error = await serve(taken).catch((reason: unknown) => reason);
    expect(sayListenError(error, taken)).toContain(`Port ${taken.port} is in use`);
  });
});

/** Send the head of a request and no body; answers what comes back first. */
function sendHead(lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(serving.address).port), "127.0.0.1");
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });
}
