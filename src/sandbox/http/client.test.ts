import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  addWorkflowTag,
  createCivitaiClient,
  deleteWorkflow,
  getWorkflow,
  patchWorkflow,
  queryWorkflows,
  removeWorkflowTag,
  submitWorkflow,
  updateWorkflow,
} from "@civitai/client";
import { getRequestListener } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import { type DialectName, dialectNames } from "../dialect/dialect.ts";
import { defaultRateLimit } from "../options.ts";

/*
 * The vendor's own client, unchanged, over a real port. Its error interceptor hides the problem of every refusal but
 * 400, so it is taken off.
 */
let sandbox: Sandbox;
let server: Server;
let client: ReturnType<typeof createCivitaiClient>;

async function open(dialect: DialectName): Promise<void> {
  const options = { database: ":memory:", clock: systemClock, speed: 100, running: true, rateLimit: defaultRateLimit };
  sandbox = createSandbox({ ...options, dialect });
  server = createServer(getRequestListener((request) => sandbox.fetch(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  client = createCivitaiClient({ auth: "sandbox_client", baseUrl: `http://127.0.0.1:${port}` } as never);
  client.interceptors.response.clear();
}

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await sandbox.close();
});

const body = {
  steps: [{ $type: "imageGen" as const, input: { engine: "flux", prompt: "a lighthouse at dawn" } as never }],
  tags: ["client"],
  currencies: [],
};

describe.each(dialectNames)("@civitai/client with the dialect %s", (dialect) => {
  beforeEach(() => open(dialect));

  it("prices, submits and waits for the end", async () => {
    const quote = await submitWorkflow({ client, body, query: { whatif: true } });
    expect(quote.data?.cost?.total).toBe(10);
    const run = await submitWorkflow({ client, body, query: { wait: 20 } });
    expect(run.response?.status).toBe(200);
    expect(run.data?.status).toBe("succeeded");
  });

  it("gets, queries, updates, patches, tags and deletes", async () => {
    const workflowId = (await submitWorkflow({ client, body })).data?.id ?? "";
    const path = { workflowId };
    expect((await getWorkflow({ client, path, query: { wait: 20 } })).data?.status).toBe("succeeded");

    await updateWorkflow({ client, path, body: { metadata: { project: "spring" } } as never });
    const patch = [{ op: "add", path: "/metadata/round", value: 2 }];
    expect((await patchWorkflow({ client, path, body: patch as never })).response?.status).toBe(204);
    await addWorkflowTag({ client, path, body: "keep" });
    await removeWorkflowTag({ client, path: { workflowId, tag: "client" } });

    const found = await queryWorkflows({ client, query: { tags: ["keep"], take: 10 } as never });
    expect(found.data?.items).toMatchObject([
      { id: workflowId, tags: ["keep"], metadata: { project: "spring", round: 2 } },
    ]);

    expect((await deleteWorkflow({ client, path })).response?.status).toBe(204);
    expect((await getWorkflow({ client, path })).response?.status).toBe(404);
  });

  it("is told what is wrong as a problem", async () => {
    const refused = await submitWorkflow({ client, body: { ...body, steps: [{ $type: "teleport" }] } as never });
    expect(refused.response?.status).toBe(400);
    expect(refused.error).toMatchObject({ errors: { "steps[0].$type": [expect.stringContaining("teleport")] } });
  });
});
