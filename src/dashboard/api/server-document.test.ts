import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { knownCapabilities } from "./server-document.ts";

afterEach(() => vi.useRealTimers());

it("asks again for a document that could not be read, once a minute and not for one that was", async () => {
  const api = apiOf(openTestSandbox());
  const client = new QueryClient();
  const passOn = globalThis.fetch;
  let requests = 0;
  const answerBy = (answer: typeof fetch) =>
    vi.stubGlobal("fetch", (...asked: Parameters<typeof fetch>) => {
      requests += 1;
      return answer(...asked);
    });
  const known = async () => {
    await knownCapabilities(api, client);
    // What is looked at again comes a moment later.
    await expect.poll(() => client.isFetching()).toBe(0);
    return (await knownCapabilities(api, client)).filtersStatus;
  };
  vi.useFakeTimers({ toFake: ["Date"] });
  answerBy(async () => new Response("", { status: 502 }));
  expect(await known()).toBe(false);
  expect(await known()).toBe(false);
  expect(requests).toBe(1);

  vi.setSystemTime(Date.now() + 60_001);
  expect(await known()).toBe(false);
  expect(requests).toBe(2);

  answerBy(passOn);
  vi.setSystemTime(Date.now() + 60_001);
  expect(await known()).toBe(true);
  vi.setSystemTime(Date.now() + 600_000);
  expect(await known()).toBe(true);
  expect(requests).toBe(3);
});
