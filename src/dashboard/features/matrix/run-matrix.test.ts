// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { type NamedPrice, submitter } from "./run-matrix.ts";

const steps = [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse" } }];
const run = { position: 0, values: {}, varied: [], body: { steps, externalId: "first-of-the-grid" } };

function open(named: NamedPrice) {
  const api = apiOf(openTestSandbox());
  const client = new QueryClient();
  return { submit: submitter(api, client, new Map([[run.body.externalId, named]])) };
}

it("writes a price that is not the named one any more with its thousands apart", async () => {
  const { submit } = open({ total: 12_345, pays: undefined });
  await expect(submit(run)).rejects.toThrow("The price of a run changed from 12\u202f345 to 10.");
});

it("does not call a run refused whose answer was lost when trying it again is refused", async () => {
  const { submit } = open({ total: 10, pays: undefined });
  const passOn = globalThis.fetch;
  let isLost = false;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (init.method !== "POST" || url.includes("whatif")) return passOn(url, init);
    if (isLost) return new Response("", { status: 403 });
    isLost = true;
    await passOn(url, init);
    throw new TypeError("The connection broke.");
  });
  await expect(submit(run)).rejects.toMatchObject({ kind: "unreadable", status: 403 });
});
