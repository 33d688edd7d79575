// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import type { Api } from "./api.ts";
import { everything } from "./list-filter.ts";
import { wholeWorkflows } from "./list-shape.ts";
import { listPollMs } from "./polling.ts";
import { useLiveList } from "./use-live-list.ts";
import { workflowKeys } from "./workflow-queries.ts";

function List() {
  const { rows, isStale } = useLiveList(everything, wholeWorkflows);
  return <p>{`${rows.length} of the list, ${isStale ? "may be old" : "up to date"}`}</p>;
}

const submit = (api: Api) =>
  api.call(submitWorkflow, { body: { steps: [{ $type: "echo", input: { message: "hello" } }] } });

afterEach(() => vi.useRealTimers());

describe("useLiveList", () => {
  it("reads a list again by itself that could not be read anew after a change", async () => {
    const api = apiOf(openTestSandbox());
    await submit(api);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { queryClient } = renderScreen(<List />, { api });
    expect(await screen.findByText("1 of the list, up to date")).toBeVisible();
    await submit(api);
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("There is no network.")));
    await act(() => queryClient.invalidateQueries({ queryKey: workflowKeys.lists() }));
    expect(await screen.findByText("1 of the list, may be old")).toBeVisible();
    vi.stubGlobal("fetch", passOn);
    await act(() => vi.advanceTimersByTimeAsync(listPollMs.active));
    expect(await screen.findByText("2 of the list, up to date")).toBeVisible();
  });
});
