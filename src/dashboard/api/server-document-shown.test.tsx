// @vitest-environment jsdom
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import type { Api } from "./api.ts";
import { capabilitiesQuery } from "./server-document.ts";

afterEach(() => vi.useRealTimers());

function Asking({ api }: { api: Api }) {
  return <p>{String(useQuery(capabilitiesQuery(api)).data?.isUnread)}</p>;
}

it("asks once a minute for a document that can't be read, however many places want it", async () => {
  vi.useFakeTimers();
  const api = apiOf(openTestSandbox());
  const asked = vi.fn(async () => new Response("", { status: 502 }));
  vi.stubGlobal("fetch", asked);
  const page = (places: number[]) => (
    <QueryClientProvider client={client}>
      {places.map((place) => (
        <Asking key={place} api={api} />
      ))}
    </QueryClientProvider>
  );
  const client = new QueryClient();
  const { rerender } = render(page([1, 2]));
  const wait = async (ms: number) => {
    await act(() => vi.advanceTimersByTimeAsync(ms));
    await expect.poll(() => client.isFetching()).toBe(0);
  };
  await wait(1);
  // One that comes later does not ask anew.
  rerender(page([1, 2, 3]));
  await wait(50_000);
  expect(asked).toHaveBeenCalledTimes(1);
  await wait(15_000);
  expect(asked).toHaveBeenCalledTimes(2);
  await wait(50_000);
  expect(asked).toHaveBeenCalledTimes(2);
  await wait(15_000);
  expect(asked).toHaveBeenCalledTimes(3);
  client.clear();
});
