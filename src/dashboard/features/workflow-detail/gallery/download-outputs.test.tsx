// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { ApiProvider } from "#dashboard/api/api.ts";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { saveFile } from "#dashboard/ui/save-file.ts";
import { connectToasts } from "#dashboard/ui/toast.ts";
import { useDownloads } from "./download-outputs.ts";

// What a browser does with a file is not seen in jsdom.
vi.mock("#dashboard/ui/save-file.ts", () => ({ saveFile: vi.fn() }));

beforeEach(() => vi.mocked(saveFile).mockClear());

const outputs = ["one", "two", "three"].map(
  (id): WorkflowBlob => ({
    blob: { id, available: true, url: `http://localhost/v2/consumer/blobs/${id}` },
    stepName: "hero",
    path: `images[${id}]`,
    medium: "image",
  }),
);

/** A page that saves, with the signals of the files that it has asked for. None of them ever comes. */
function open() {
  const sandbox = openTestSandbox();
  const asked: (AbortSignal | null | undefined)[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit = {}) => {
    asked.push(signal);
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  });
  const client = new QueryClient();
  let hideMature = false;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <ApiProvider value={apiOf(sandbox, hideMature)}>{children}</ApiProvider>
    </QueryClientProvider>
  );
  const { result, rerender } = renderHook(() => useDownloads(async () => undefined), { wrapper });
  return {
    asked,
    downloads: () => result.current,
    hideMature: () => {
      hideMature = true;
      rerender();
    },
  };
}

describe("useDownloads", () => {
  it("stops reading what it saves in one file once mature media is hidden, and says so", async () => {
    const told: string[] = [];
    const endToasts = connectToasts(({ title }) => told.push(title));
    const page = open();
    act(() => page.downloads().saveAll("all.zip", outputs));
    await expect.poll(() => page.asked.length).toBe(1);
    expect(page.asked[0]?.aborted).toBe(false);
    page.hideMature();
    await expect.poll(() => told).toEqual(["Stopped"]);
    expect(page.asked.map((signal) => signal?.aborted)).toEqual([true]);
    expect(page.downloads().problem).toBeUndefined();
    expect(saveFile).not.toHaveBeenCalled();
    endToasts();
  });
});
