import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { echo, httpTrial } from "../http/http-trial.ts";
import { sendCallback } from "./send-callback.ts";

/*
 * Over real HTTP, with Node's own fetch: what leaves the process, and what does not.
 */
const servers: Server[] = [];
const patience = { timeoutMs: 10_000, stopping: new AbortController().signal };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A receiver on this machine, and what it was asked. */
async function receiver(answer: RequestListener, host = "127.0.0.1") {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ request, body });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { asked, port, url: `http://127.0.0.1:${port}/hook?secret=1` };
}

const send = (url: string, more: Partial<typeof patience> = {}) =>
  sendCallback((...call) => fetch(...call), url, '{"$type":"workflow"}', { ...patience, ...more });

describe("sendCallback", () => {
  it("posts JSON, and keeps the beginning of the answer", async () => {
    const { asked, url } = await receiver((_, response) => response.end("thanks"));
    expect(await send(url)).toEqual({ outcome: "delivered", status: 200, answer: "thanks" });
    expect(asked).toMatchObject([{ request: { method: "POST", url: "/hook?secret=1" }, body: '{"$type":"workflow"}' }]);
    expect(asked[0]?.request.headers["content-type"]).toBe("application/json");
  });

  it("sends to a receiver that is called localhost", async () => {
    const { asked, port } = await receiver((_, response) => response.end(), "localhost");
    expect(await send(`http://localhost:${port}/`)).toMatchObject({ outcome: "delivered" });
    expect(asked).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])("follows no redirect: %i has failed", async (status) => {
    const elsewhere = await receiver((_, response) => response.end());
    const { url } = await receiver((_, response) => response.writeHead(status, { Location: elsewhere.url }).end());
    expect(await send(url)).toMatchObject({ outcome: "failed", status });
    expect(elsewhere.asked).toEqual([]);
  });

  it("reads no more than the beginning of an endless answer", async () => {
    const { url } = await receiver((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(1024)));
      };
      response.on("drain", more);
      more();
    });
    const { outcome, answer } = await send(url);
    expect(outcome).toBe("delivered");
    expect(answer).toHaveLength(2048);
  });

  it("has failed when there is no answer in time", async () => {
    const { url } = await receiver(() => {});
    expect(await send(url, { timeoutMs: 50 })).toEqual({ outcome: "failed", error: "No answer within 0.05 s." });
  });

  it("says what happened when there is nobody", async () => {
    const { url, port } = await receiver(() => {});
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
    expect(await send(url)).toMatchObject({ outcome: "failed", error: expect.stringContaining(`${port}`) });
  });

  it.each([
    "http://example.org/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest",
    "http://0.0.0.0/",
    "http://localhost.example.org/",
    "http://127.0.0.1.example.org/",
    "http://127.0.0.1@example.org/",
    "http://127.0.0.1\\@example.org/",
    "https://127.0.0.1@example.org/",
    "http://[::ffff:127.0.0.1]/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "data:text/plain,hello",
    "/hook",
    "",
  ])("refuses %j without calling anybody, even if it was stored", async (url) => {
    let calls = 0;
    const spy = async () => {
      calls += 1;
      return new Response();
    };
    expect(await sendCallback(spy, url, "{}", patience)).toMatchObject({ outcome: "refused" });
    expect(calls).toBe(0);
  });
});

describe("a workflow's callback", () => {
  it("arrives over real HTTP while work goes on by itself", async () => {
    const { asked, url } = await receiver((_, response) => response.writeHead(204).end());
    const { submit, sandbox } = httpTrial({ running: true, callbacks: {} });
    await submit({ steps: [echo], callbacks: [{ url, type: ["workflow:*"] }] });
    await expect.poll(() => asked.length).toBe(5);
    expect(asked.map(({ body }) => JSON.parse(body).status)).toEqual([
      "unassigned",
      "preparing",
      "scheduled",
      "processing",
      "succeeded",
    ]);
    await sandbox.close();
  });

  it("400: may not go by http to another machine", async () => {
    const body = { steps: [echo], callbacks: [{ url: "http://10.0.0.1/hook", type: ["workflow:*"] }] };
    const { status, body: problem } = await httpTrial().say("POST", "/v2/consumer/workflows", { body });
    expect(status).toBe(400);
    expect(problem.errors).toHaveProperty(["callbacks[0].url"]);
  });
});
