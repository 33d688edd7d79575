import type { IncomingMessage, Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobSchema } from "#contract/blob.ts";
import { workflowBlobs, workflowSchema } from "#contract/workflow.ts";
import { createRelay } from "./relay.ts";
import { askUpstream, bearer, here, listen, originOf, relayUrl, startUpstream, submitPicture } from "./relay-trial.ts";

/** The smallest picture that there is. */
const gif = new Uint8Array(Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAAC", "base64"));

describe("a redirect of the upstream", () => {
  it("leads back through the relay", async () => {
    const upstream = await startUpstream({ SANDBOX_SPEED: "100" });
    const workflow = workflowSchema.parse(await (await submitPicture(upstream, "wait=20")).json());
    const url = new URL(workflowBlobs(workflow)[0]?.blob.url ?? "");
    const redirect = await askUpstream(upstream, `${url.pathname}${url.search}`);
    expect(redirect.status).toBe(308);
    const location = redirect.headers.get("Location") ?? "";
    expect(location).toMatch(/^\/relay\/http%3A%2F%2F127\.0\.0\.1%3A\d+\/v2\/consumer\/blobs\/content\//);
    const content = await createRelay([upstream.address])(
      new Request(new URL(location, "http://127.0.0.1:4321")),
      here,
    );
    expect(content.headers.get("Content-Type")).toBe("image/jpeg");
    await upstream.close();
  });

  it("leads back through the relay also where it names a path alone, as the hosted dialect has it", async () => {
    const hosted = await startUpstream({ SANDBOX_DIALECT: "hosted" });
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
});
