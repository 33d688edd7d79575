// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { useQuery } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "#dashboard/api/api.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { StepInputEditor } from "./step-input-editor.tsx";

const picture = (name: string, prompt: unknown, quantity: number) => ({
  $type: "imageGen",
  name,
  input: { engine: "flux", prompt, quantity },
});

function Watched({ api, id }: { api: Api; id: string }) {
  const { data } = useQuery(workflowQuery(api, id));
  const step = data?.steps[1];
  const bodyOf = ({ steps }: NonNullable<typeof data>) => ({
    steps: steps.map(({ $type, name, input }) => ({ $type, name, input })),
  });
  return data && step ? <StepInputEditor step={step} workflow={data} bodyOf={bodyOf} onDone={vi.fn()} /> : null;
}

beforeAll(() => {
  // jsdom lays nothing out, and the editor asks where its text stands.
  Range.prototype.getClientRects ??= () => document.body.getClientRects();
});

it("claims nothing of a save whose answer is lost: the difference may be charged", async () => {
  const sandbox = openTestSandbox();
  const api = apiOf(sandbox);
  const prompt = { $ref: "figure", path: "output.images[0].url" };
  const { body } = await api.call(submitWorkflow, {
    body: { steps: [picture("figure", "a figure", 1), picture("poster", prompt, 1)] },
  });
  const { container } = renderScreen(<Watched api={api} id={body.id ?? ""} />, { api });
  await screen.findByRole("textbox", { name: "Input of poster as JSON" });
  const view = EditorView.findFromDOM(container);
  const insert = JSON.stringify(picture("poster", prompt, 2).input);
  act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, userEvent: "input.type" }));
  const save = await screen.findByRole("button", { name: "Save the input for 10 Buzz more" }, { timeout: 5_000 });
  const passOn = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const answer = await passOn(url, init);
    if (init.method === "PUT") throw new TypeError("The connection broke.");
    return answer;
  });
  const before = sandbox.services.store.accounts.balances(1).blue;
  await userEvent.click(save);
  expect(await screen.findByRole("alert")).toHaveTextContent("the difference charged is unknown");
  expect(screen.queryByText(/nothing was charged/)).toBeNull();
  expect(sandbox.services.store.accounts.balances(1).blue).toBe(before - 10);
});
