import "@testing-library/jest-dom/vitest";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, vi } from "vitest";
import { type Api, ApiProvider, createApi } from "#dashboard/api/api.ts";
import { type ManualClock, manualClock } from "#sandbox/clock.ts";
import { createSandbox } from "#sandbox/create-sandbox.ts";
import { defaultRateLimit, type SandboxOptions } from "#sandbox/options.ts";

/*
 * Component tests meet the real sandbox, in process and on a manual clock, instead of a second mock. Each test has a
 * sandbox of its own, and with it an account that nobody else touches.
 */

type Sandbox = ReturnType<typeof createSandbox>;

/** A sandbox that stands behind `fetch` until the test ends. */
export type TestSandbox = Sandbox & { clock: ManualClock; token: string };

const origin = "http://baton.test";
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  for (const close of closing.splice(0)) await close();
});

/** Open a sandbox, and let `fetch` lead to it. */
export function openTestSandbox(start = "2026-11-24T10:00:00Z", more: Partial<SandboxOptions> = {}): TestSandbox {
  const clock = manualClock(start);
  const options = { database: ":memory:", clock, speed: 1, running: false, rateLimit: defaultRateLimit };
  const sandbox = createSandbox({ ...options, ...more });
  closing.push(() => sandbox.close());
  // jsdom has no page to scroll.
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal("fetch", (url: string, { signal, ...init }: RequestInit = {}) =>
    // jsdom's AbortSignal is not Node's, so the request goes without it and the abort is kept beside.
    orAbort(sandbox.fetch(new Request(new URL(url, origin), init)), signal),
  );
  return { ...sandbox, clock, token: "sandbox_component_test" };
}

/** The API of a test's sandbox, as a screen would use it. */
export function apiOf(sandbox: TestSandbox, hideMature = true): Api {
  const connection = { id: "sandbox", label: "Sandbox", kind: "sandbox", upstream: "" } as const;
  return createApi(connection, () => sandbox.token, hideMature);
}

/** Draw something as a screen of a workspace, at a path. */
export function renderScreen(screen: ReactNode, { api, path = "/" }: { api: Api; path?: string }) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute({ component: () => screen, notFoundComponent: () => screen });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: [path] }) });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <ApiProvider value={api}>
        <RouterProvider router={router as never} />
      </ApiProvider>
    </QueryClientProvider>,
  );
  return { ...view, queryClient, router };
}

async function orAbort<Value>(work: Promise<Value>, signal: AbortSignal | null | undefined): Promise<Value> {
  if (!signal) return work;
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const abort = () => reject(signal.reason);
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    }),
  ]);
}
