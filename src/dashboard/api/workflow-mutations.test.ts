// @vitest-environment jsdom
import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { apiOf, openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { releaseAndLog } from "./release-workflow.ts";
import { deleteWorkflowMutation } from "./workflow-mutations.ts";

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
});
