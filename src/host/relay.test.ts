import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRelay } from "./relay.ts";
import { askUpstream, bearer, here, listen, originOf, relayUrl, startUpstream, submitPicture } from "./relay-trial.ts";
import type { Serving } from "./serve.ts";

/*
 * A second sandbox is the upstream; what it can't show, a bare server does.
 */
let upstream: Serving;

beforeEach(async () => {
  upstream = await startUpstream();
});

afterEach(() => upstream.close());

const ask = (path: string, init?: RequestInit, peer?: typeof here, origin?: string) =>
  askUpstream(upstream, path, init, peer, origin);

describe("the relay", () => {
  it("passes method, query, body, key and price on and back", async () => {
    const quote = await submitPicture(upstream, "whatif=true");
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
