import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Peer } from "#sandbox/http/incoming.ts";
import { type Answer, listenerOf } from "./listener.ts";

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

async function listen(answer: Answer): Promise<string> {
  const listening = createServer(listenerOf(answer));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe("listenerOf", () => {
  it("tells whether the caller is of this machine", async () => {
    let heard: Peer | undefined;
    const address = await listen(async (_, peer) => {
      heard = peer;
      return new Response("fine");
    });
    expect(await (await fetch(address)).text()).toBe("fine");
    expect(heard).toEqual({ isLoopback: true });
  });

  it("tells who answers that the caller has gone away", async () => {
    let leave = () => {};
    const gone = new Promise<string>((resolve) => {
      leave = () => resolve("gone");
    });
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const address = await listen(async ({ signal }) => {
      signal.addEventListener("abort", leave);
      arrive();
      await gone;
      return new Response();
    });
    const caller = new AbortController();
    const answer = fetch(address, { signal: caller.signal }).catch(() => "no answer");
    await arrived;
    caller.abort();
    expect(await answer).toBe("no answer");
    expect(await gone).toBe("gone");
  });
});
