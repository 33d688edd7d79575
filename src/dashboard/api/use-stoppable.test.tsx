// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { ApiProvider } from "./api.ts";
import { useStoppable } from "./use-stoppable.ts";

afterEach(cleanup);

it("stops what reads mature media when it is hidden meanwhile", () => {
  const sandbox = openTestSandbox();
  const signals: AbortSignal[] = [];
  function Reader() {
    const { run } = useStoppable();
    const read = () =>
      run("Reading the files", ({ signal }) => {
        signals.push(signal);
        return new Promise((_, reject) => signal.addEventListener("abort", reject));
      }).catch(() => {});
    return (
      <button type="button" onClick={() => void read()}>
        Read
      </button>
    );
  }
  const page = (hideMature: boolean) => (
    <ApiProvider value={apiOf(sandbox, hideMature)}>
      <Reader />
    </ApiProvider>
  );
  const { rerender } = render(page(false));
  fireEvent.click(screen.getByText("Read"));
  rerender(page(false));
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  rerender(page(true));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
