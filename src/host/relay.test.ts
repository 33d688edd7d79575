import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobSchema } from "#contract/blob.ts";
import { workflowBlobs, workflowSchema } from "#contract/workflow.ts";
import { createRelay } from "./relay.ts";
import { type Serving, serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/*
 * A second sandbox is the upstream; what it can't show, a bare server does.
 */
const here = { isLoopback: true };
let upstream: Serving;

beforeEach(async () => {
  upstream = await serve(
    settingsOf({ PORT: "0", SANDBOX_DATA: ":memory:", SANDBOX_SEED: "empty", SANDBOX_SPEED: "100" }),
  );
});

afterEach(() => upstream.close());

function settingsOf(environment: Record<string, string>) {
  const read = readSettings(environment);
  if (!read.ok) throw new Error(read.message);
  return read.settings;
}

function ask(path: string, init: RequestInit = {}, peer = here, origin = upstream.address) {
  const url = `http://127.0.0.1:4321/relay/${encodeURIComponent(origin)}${path}`;
  return createRelay([upstream.address])(new Request(url, init), peer);
}

/** The smallest picture that there is. */
const gif = new Uint8Array(Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAAC", "base64"));

const bearer = { Authorization: "Bearer sandbox_relay" };

async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function originOf(server: Server): string {
  // A server that listens to a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function relayUrl(server: Server, path: string): string {
  return `http://127.0.0.1:4321/relay/${encodeURIComponent(originOf(server))}${path}`;
}

const submit = (query: string) =>
  ask(`/v2/consumer/workflows?${query}`, {
    method: "POST",
    headers: { ...bearer, "Content-Type": "application/json" },
    body: JSON.stringify({
      steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a fox", width: 64, height: 64 } }],
    }),
  });

describe("the relay", () => {
  it("passes method, query, body, key and price on and back", async () => {
    const quote = await submit("whatif=true");
    expect(quote.status).toBe(200);
    expect(quote.headers.get("X-Civitai-Cost-Total")).toBe("10");
    expect(quote.headers.get("RateLimit")).toContain("r=");
    expect(quote.headers.get("Content-Type")).toBe("application/json");
    expect(await quote.json()).toMatchObject({ id: null, cost: { total: 10 } });
  });

  it("passes refusals back as they are", async () => {
    const refused = await ask("/v2/consumer/workflows");
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ title: "Unauthorized" });
  });

  it("leads a redirect of the upstream back through itself", async () => {
    const workflow = workflowSchema.parse(await (await submit("wait=20")).json());
    const url = new URL(workflowBlobs(workflow)[0]?.blob.url ?? "");
    const redirect = await ask(`${url.pathname}${url.search}`);
    expect(redirect.status).toBe(308);
    const location = redirect.headers.get("Location") ?? "";
    expect(location).toMatch(/^\/relay\/http%3A%2F%2F127\.0\.0\.1%3A\d+\/v2\/consumer\/blobs\/content\//);
    const content = await createRelay([upstream.address])(
      new Request(new URL(location, "http://127.0.0.1:4321")),
      here,
    );
    expect(content.headers.get("Content-Type")).toBe("image/jpeg");
  });

  it("leads a redirect to a place at the upstream, as the hosted dialect has it, back through itself", async () => {
    const settings = { PORT: "0", SANDBOX_DATA: ":memory:", SANDBOX_SEED: "empty", SANDBOX_DIALECT: "hosted" };
    const hosted = await serve(settingsOf(settings));
    const relay = createRelay([hosted.address]);
    const through = `http://127.0.0.1:4321/relay/${encodeURIComponent(hosted.address)}`;
    const upload = await relay(
      new Request(`${through}/v2/consumer/blobs`, { method: "POST", headers: bearer, body: new Blob([gif]) }),
      here,
    );
    const { id } = blobSchema.parse(await upload.json());
    const redirect = await relay(new Request(`${through}/v2/consumer/blobs/${id}`, { headers: bearer }), here);
    expect(redirect.status).toBe(301);
    const location = new URL(redirect.headers.get("Location") ?? "", through);
    expect(location.href.startsWith(`${through}/v2/consumer/blobs/content/`)).toBe(true);
    const content = await relay(new Request(location), here);
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(gif);
    await hosted.close();
  });

  describe("a file that the upstream keeps elsewhere", () => {
    const file = "/v2/consumer/blobs/1.gif?sig=x";
    let asked: IncomingMessage[];
    let storage: Server;
    let api: Server;

    beforeEach(async () => {
      asked = [];
      storage = await listen((incoming, outgoing) => {
        asked.push(incoming);
        outgoing.end(gif);
      });
      api = await listen((_, outgoing) => {
        outgoing.writeHead(301, {
          Location: `${originOf(storage)}/v2/consumer/blobs/content/x`,
          "X-Relay-Refused": "x",
        });
        outgoing.end();
      });
    });

    afterEach(() => {
      for (const server of [storage, api]) server.closeAllConnections();
      for (const server of [storage, api]) server.close();
    });

    it("is led to through the relay when the relay goes there", async () => {
      const relay = createRelay([originOf(api), originOf(storage)]);
      const redirect = await relay(new Request(relayUrl(api, file)), here);
      expect(redirect.headers.get("X-Relay-Refused")).toBeNull();
      const location = redirect.headers.get("Location") ?? "";
      expect(location).toBe(new URL(relayUrl(storage, "/v2/consumer/blobs/content/x")).pathname);
      const content = await relay(new Request(new URL(location, "http://127.0.0.1:4321")), here);
      expect(new Uint8Array(await content.arrayBuffer())).toEqual(gif);
    });

    it("403: is refused by the name of its host when the relay does not go there", async () => {
      const answer = await createRelay([originOf(api)])(new Request(relayUrl(api, file)), here);
      expect(answer.status).toBe(403);
      expect(answer.headers.get("X-Relay-Refused")).toBe(originOf(storage));
      expect(asked).toEqual([]);
    });

    it("403: is refused at a path that is none of the API, also of the same host", async () => {
      const own = await listen((_, outgoing) => {
        outgoing.writeHead(302, { Location: "/files/1.gif" });
        outgoing.end();
      });
      const answer = await createRelay([originOf(own)])(new Request(relayUrl(own, file)), here);
      expect(answer.headers.get("X-Relay-Refused")).toBe(originOf(own));
      own.closeAllConnections();
      own.close();
    });

    it("is not led to with a key, which is for the host that was asked", async () => {
      const relay = createRelay([originOf(api), originOf(storage)]);
      const redirect = await relay(new Request(relayUrl(api, file), { headers: bearer }), here);
      expect(redirect.headers.get("Location")).toBe(`${originOf(storage)}/v2/consumer/blobs/content/x`);
      expect(asked).toEqual([]);
    });
  });

  it("passes a part of a file on as it comes, before the whole of it is there", async () => {
    let heard: string | undefined;
    let finish = () => {};
    const server = await listen((incoming, outgoing) => {
      heard = incoming.headers.range;
      outgoing.writeHead(206, {
        "Content-Type": "video/mp4",
        "Content-Range": "bytes 0-1/4",
        "Accept-Ranges": "bytes",
      });
      outgoing.write("a");
      finish = () => outgoing.end("b");
    });
    const url = relayUrl(server, "/v2/consumer/blobs/content/x");
    const part = await createRelay([originOf(server)])(new Request(url, { headers: { Range: "bytes=0-1" } }), here);
    expect(heard).toBe("bytes=0-1");
    expect(part.status).toBe(206);
    expect(part.headers.get("Content-Range")).toBe("bytes 0-1/4");
    const reader = part.body?.getReader();
    expect((await reader?.read())?.value).toEqual(new Uint8Array([97]));
    finish();
    expect((await reader?.read())?.value).toEqual(new Uint8Array([98]));
    server.closeAllConnections();
    server.close();
  });

  it("lets a page of the upstream do nothing under our origin", async () => {
    const { headers } = await ask("/v2/consumer/workflows", { headers: bearer });
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  it("502: says that an upstream can't be reached", async () => {
    const { address } = upstream;
    await upstream.host.fetch(
      new Request(`${address}/_sandbox/faults`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ kind: "drop" }),
      }),
      here,
    );
    const answer = await ask("/v2/consumer/workflows", { headers: bearer });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ status: 502, title: "Bad Gateway" });
  });

  it("403: passes on to the origins that were named at start only", async () => {
    const answer = await ask("/v2/consumer/workflows", {}, here, "https://evil.example");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("RELAY_UPSTREAMS");
  });

  it.each([
    ["callers of other machines", {}, { isLoopback: false }],
    ["pages of other sites", { Origin: "https://evil.example" }, here],
    ["names that were made to point here", { Host: "evil.example" }, here],
  ])("403: refuses %s", async (_, headers, peer) => {
    expect((await ask("/v2/consumer/workflows", { headers: headers as never }, peer)).status).toBe(403);
  });

  it.each(["/_sandbox/faults", "/", "/v2/../_sandbox/faults", "/v2/%2e%2e/_sandbox/faults"])(
    "404: passes no path on that is none of the API: %s",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it("404: takes an origin and nothing more as the upstream", async () => {
    expect((await ask("/v2/consumer/workflows", {}, here, `${upstream.address}/v2`)).status).toBe(404);
    expect((await ask("/v2/consumer/workflows", {}, here, "%E0%A4%A")).status).toBe(404);
  });

  it("tells the upstream nothing of this machine, and sends no cookie either way", async () => {
    let heard: Record<string, unknown> = {};
    const server = await listen((incoming, outgoing) => {
      heard = incoming.headers;
      outgoing.setHeader("Set-Cookie", "a=b").setHeader("Server", "x").setHeader("Retry-After", "3").end("{}");
    });
    const origin = originOf(server);
    const url = relayUrl(server, "/v2/x");
    const headers = { ...bearer, Cookie: "secret=1", "X-Forwarded-For": "10.0.0.1", Referer: "http://127.0.0.1:4321/" };
    const answer = await createRelay([origin])(new Request(url, { headers }), here);
    server.closeAllConnections();
    server.close();
    expect(heard).toMatchObject({ authorization: "Bearer sandbox_relay" });
    for (const name of ["cookie", "x-forwarded-for", "referer", "origin"]) expect(heard).not.toHaveProperty(name);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(answer.headers.get("Server")).toBeNull();
    expect(answer.headers.get("Retry-After")).toBe("3");
  });
});
