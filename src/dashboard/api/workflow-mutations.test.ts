// @vitest-environment jsdom
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { releaseAndLog, releaseMutation, UnknownRelease } from "./release-workflow.ts";
import { deleteWorkflowMutation, updateStepInputMutation } from "./workflow-mutations.ts";

describe("a write whose answer is lost", () => {
  it("of a deletion is told as done when it is asked for again", async () => {
    const api = apiOf(openTestSandbox());
    const { body } = await api.call(submitWorkflow, {
      body: { steps: [{ $type: "echo", input: { message: "hello" } }] },
    });
    const client = new QueryClient();
    const remove = new MutationObserver(client, deleteWorkflowMutation(api, client));
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      await passOn(url, init);
      throw new TypeError("The connection broke.");
    });
    await expect(remove.mutate({ id: body.id ?? "" })).rejects.toMatchObject({ kind: "network" });
    vi.stubGlobal("fetch", passOn);
    await expect(remove.mutate({ id: body.id ?? "" })).resolves.toBeUndefined();
  });

  it("of a release is looked up, also where what came instead makes no sense", async () => {
    const sandbox = openTestSandbox();
    const api = apiOf(sandbox);
    const steps = [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }];
    const { body } = await api.call(submitWorkflow, { body: { steps, currencies: ["blue"] } });
    for (let second = 0; second < 10; second += 1) {
      sandbox.clock.advance(1);
      await sandbox.idle();
    }
    const passOn = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      const answer = await passOn(url, init);
      return init.method === "PUT" ? new Response("<html>Sign in</html>", { status: 200 }) : answer;
    });
    const { workflow, isLogged } = await releaseAndLog(api, body.id ?? "", 10);
    expect(workflow.allowMatureContent).toBe(true);
    expect(isLogged).toBe(false);
  });

  it("of a release stays unknown while looking at the workflow is refused", async () => {
    const api = apiOf(openTestSandbox());
    const steps = [{ $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } }];
    const { body } = await api.call(submitWorkflow, { body: { steps, currencies: ["blue"] } });
    const id = body.id ?? "";
    const client = new QueryClient();
    const release = new MutationObserver(client, releaseMutation(api, client));
    const passOn = globalThis.fetch;
    let isSent = false;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      if (isSent) return new Response("", { status: 429 });
      if (init.method !== "PUT" || url.includes("whatif")) return passOn(url, init);
      isSent = true;
      throw new TypeError("The connection broke.");
    });
    await expect(release.mutate({ id, quotedYellow: 10 })).rejects.toThrow(UnknownRelease);
    await expect(release.mutate({ id, quotedYellow: 10 })).rejects.toThrow(UnknownRelease);
  });

  it("of a step's input stays unknown when another try is refused", async () => {
    const api = apiOf(openTestSandbox());
    const client = new QueryClient();
    const update = new MutationObserver(client, updateStepInputMutation(api, client));
    const wish = { id: "one", stepName: "hero", input: {} };
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("The connection broke.")));
    await expect(update.mutate(wish)).rejects.toMatchObject({ kind: "network" });
    vi.stubGlobal("fetch", async () => new Response("", { status: 429 }));
    await expect(update.mutate(wish)).rejects.toMatchObject({ kind: "unreadable", status: 429 });
  });
});

describe("a write that the server took", () => {
  it("is not told as refused because reading the workflow after it is", async () => {
    const api = apiOf(openTestSandbox());
    const client = new QueryClient();
    const update = new MutationObserver(client, updateStepInputMutation(api, client));
    vi.stubGlobal("fetch", async (_: string, { method }: RequestInit) =>
      method === "GET" ? new Response("", { status: 429 }) : new Response(null, { status: 204 }),
    );
    await expect(update.mutate({ id: "two", stepName: "hero", input: {} })).rejects.toMatchObject({
      kind: "unreadable",
      title: "Not seen after the change",
    });
  });
});
