// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { useReducer } from "react";
import { expect, it, vi } from "vitest";
import { compileCatalogue } from "#contract/catalogue/compile-catalogue.ts";
import { printOpenApi } from "#contract/openapi/openapi.ts";
import { operations } from "#contract/operations.ts";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { catalogueQuery } from "#dashboard/api/catalogue-query.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { RunDialog } from "./run-dialog.tsx";

/** A page that makes the body anew whenever it is drawn, as that of a workflow does which is read again. */
function Page() {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const body = { steps: [{ $type: "echo", name: "say", input: { message: "hello" } }] };
  return (
    <>
      <button type="button" onClick={drawAgain}>
        Draw again
      </button>
      <RunDialog title="Run a copy" description="As it is." body={body} onClose={() => {}} />
    </>
  );
}

it("keeps the price of a grid when the page beneath is drawn again", async () => {
  const api = apiOf(openTestSandbox());
  const { queryClient } = renderScreen(<Page />, { api });
  queryClient.setQueryData(catalogueQuery(api).queryKey, compileCatalogue(printOpenApi({ operations, stepTypes })));
  fireEvent.change(await screen.findByLabelText("Times"), { target: { value: "2" } });
  fireEvent.click(screen.getByRole("button", { name: "Ask for the price of 2 runs" }));
  const priced = /^Run 2 workflows for 20/;
  expect(await screen.findByRole("button", { name: priced })).toBeVisible();
  fireEvent.click(screen.getByText("Draw again"));
  expect(screen.getByRole("button", { name: priced })).toBeVisible();
});

it("asks for no further price of a grid that is filled in anew meanwhile", async () => {
  const api = apiOf(openTestSandbox());
  const passOn = globalThis.fetch;
  const letGo: (() => void)[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (url.includes("whatif")) await new Promise<void>((resolve) => letGo.push(resolve));
    return passOn(url, init);
  });
  const { queryClient } = renderScreen(<Page />, { api });
  queryClient.setQueryData(catalogueQuery(api).queryKey, compileCatalogue(printOpenApi({ operations, stepTypes })));
  const times = await screen.findByLabelText("Times");
  fireEvent.change(times, { target: { value: "4" } });
  const before = letGo.length;
  fireEvent.click(screen.getByRole("button", { name: "Ask for the price of 4 runs" }));
  await expect.poll(() => letGo.length).toBe(before + 1);
  fireEvent.change(times, { target: { value: "3" } });
  for (const go of letGo) go();
  await expect.poll(() => queryClient.isFetching()).toBe(0);
  expect(letGo).toHaveLength(before + 1);
});
