// @vitest-environment jsdom
import { useQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { getWorkflow, submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "#dashboard/api/api.ts";
import { workflowQuery } from "#dashboard/api/workflow-queries.ts";
import { apiOf, openTestSandbox, renderScreen } from "#dashboard/testing/render-with-sandbox.tsx";
import { MetadataSection } from "./metadata-section.tsx";

function Watched({ api, id }: { api: Api; id: string }) {
  const { data } = useQuery(workflowQuery(api, id));
  return data ? <MetadataSection id={id} metadata={data.metadata} /> : null;
}

describe("MetadataSection", () => {
  it("keeps what is typed while an earlier text is being saved, and saves it after that", async () => {
    const api = apiOf(openTestSandbox());
    const { body } = await api.call(submitWorkflow, {
      body: { steps: [{ $type: "echo", input: { message: "hello" } }], metadata: { name: "Fox" } },
    });
    const id = body.id ?? "";
    const kept = async () => (await api.call(getWorkflow, { params: { workflowId: id } })).body.metadata;
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      if (init.method === "PUT") await isLetGo;
      return passOn(url, init);
    });
    renderScreen(<Watched api={api} id={id} />, { api });
    await userEvent.click(await screen.findByRole("button", { name: "Edit the metadata" }));
    const text = screen.getByRole("textbox", { name: "Metadata" });
    await userEvent.clear(text);
    await userEvent.type(text, '{{"name": "Hare"}');
    const save = screen.getByRole("button", { name: /^Save the metadata/ });
    await userEvent.click(save);
    await userEvent.clear(text);
    await userEvent.type(text, '{{"name": "Owl"}');
    letGo();
    expect(await screen.findByText("Saved; what you have typed since is not saved yet.")).toBeVisible();
    expect(text).toHaveValue('{"name": "Owl"}');
    expect(await kept()).toEqual({ name: "Hare" });

    await userEvent.click(save);
    expect(await screen.findByRole("button", { name: "Edit the metadata" })).toBeVisible();
    expect(await kept()).toEqual({ name: "Owl" });
  });

  it("claims nothing of a save whose answer is lost, and takes what was written for saved", async () => {
    const api = apiOf(openTestSandbox());
    const { body } = await api.call(submitWorkflow, {
      body: { steps: [{ $type: "echo", input: { message: "hello" } }], metadata: { name: "Fox" } },
    });
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      const answer = await passOn(url, init);
      if (init.method === "PUT") throw new TypeError("The connection broke.");
      return answer;
    });
    renderScreen(<Watched api={api} id={body.id ?? ""} />, { api });
    await userEvent.click(await screen.findByRole("button", { name: "Edit the metadata" }));
    const text = screen.getByRole("textbox", { name: "Metadata" });
    await userEvent.clear(text);
    await userEvent.type(text, '{{"name": "Hare"}');
    await userEvent.click(screen.getByRole("button", { name: /^Save the metadata/ }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Whether the metadata was written is unknown");
    await userEvent.click(screen.getByRole("button", { name: /^Save the metadata/ }));
    expect(await screen.findByRole("button", { name: "Edit the metadata" })).toBeVisible();
  });
});
