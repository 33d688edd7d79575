// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { queryWorkflows, submitWorkflow } from "#contract/workflow-operations.ts";
import { readActiveConnection, setSandboxToken } from "#dashboard/features/connections/connection-store.ts";
import { openTestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { openWorkspace } from "./workspace.ts";

beforeEach(() => localStorage.clear());

it("sends what is sent again under the account that it was begun under, also when another one is used by then", async () => {
  openTestSandbox();
  setSandboxToken("sandbox_first");
  const { api: first } = openWorkspace(readActiveConnection(), true);
  setSandboxToken("sandbox_second");
  const { api: second } = openWorkspace(readActiveConnection(), true);
  await first.call(submitWorkflow, { body: { steps: [{ $type: "echo", input: { message: "hello" } }] } });
  expect((await first.call(queryWorkflows, {})).body.items).toHaveLength(1);
  expect((await second.call(queryWorkflows, {})).body.items).toHaveLength(0);
});
