import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workflow, workflowSchema } from "#contract/workflow.ts";
import { type Serving, serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

/*
 * Long polls over real HTTP, hundreds at once.
 */
const headers = { Authorization: "Bearer sandbox_polls", "Content-Type": "application/json" };
let serving: Serving;
let workflows: string;

beforeAll(async () => {
  const read = readSettings({
    PORT: "0",
    SANDBOX_DATA: ":memory:",
    SANDBOX_SEED: "empty",
    SANDBOX_SPEED: "4",
    SANDBOX_RATE_PER_MINUTE: "1000000",
    SANDBOX_RATE_BURST: "1000000",
  });
  if (!read.ok) throw new Error(read.message);
  serving = await serve(read.settings);
  workflows = `${serving.address}/v2/consumer/workflows`;
});

afterAll(() => serving.close());

async function submit(steps: unknown[]): Promise<string> {
  const response = await fetch(workflows, { method: "POST", headers, body: JSON.stringify({ steps }) });
  return workflowSchema.parse(await response.json()).id ?? "";
}

async function poll(id: string, query: string, signal?: AbortSignal): Promise<{ status: number; workflow: Workflow }> {
  const response = await fetch(`${workflows}/${id}?${query}`, { headers, signal });
  return { status: response.status, workflow: workflowSchema.parse(await response.json()) };
}

const picture = (prompt: string) => ({ $type: "imageGen", input: { engine: "flux", prompt, width: 64, height: 64 } });

describe("long polls over HTTP", () => {
  it("320 at once: each is answered with the end of its own workflow", async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, index) => submit([picture(`a fox ${index}`)])));
    const answers = await Promise.all(
      ids.flatMap((id) => Array.from({ length: 8 }, async () => ({ id, ...(await poll(id, "wait=60")) }))),
    );
    expect(answers).toHaveLength(320);
    for (const { id, status, workflow } of answers) {
      expect({ id, status, state: workflow.status }).toEqual({ id: workflow.id, status: 200, state: "succeeded" });
    }
  }, 60_000);

  it("320 at once that follow every change miss no end, and see no status go back", async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, index) => submit([picture(`a crow ${index}`)])));
    const follow = async (id: string) => {
      const seen: string[] = [];
      for (;;) {
        const { status, workflow } = await poll(id, "wait=60&until=change");
        seen.push(workflow.status);
        if (status === 200) return seen;
      }
    };
    const stories = await Promise.all(ids.flatMap((id) => Array.from({ length: 8 }, () => follow(id))));
    const order = ["unassigned", "preparing", "scheduled", "processing", "succeeded"];
    for (const seen of stories) {
      const ranks = seen.map((status) => order.indexOf(status));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe("succeeded");
    }
  }, 60_000);

  it("forget callers that go away", async () => {
    const id = await submit([picture("a fox [slow]")]);
    const callers = Array.from({ length: 320 }, () => new AbortController());
    const polls = callers.map(({ signal }) => poll(id, "wait=90", signal).catch(() => "gone"));
    const { changes } = serving.host.sandbox.services;
    await expect.poll(() => changes.waiting(), { timeout: 10_000 }).toBe(320);
    for (const caller of callers) caller.abort();
    expect(new Set(await Promise.all(polls))).toEqual(new Set(["gone"]));
    await expect.poll(() => changes.waiting()).toBe(0);
  }, 60_000);

  it("answer at once with what is over, and with 202 when the time is up", async () => {
    const id = await submit([picture("a fox [slow]")]);
    expect((await poll(id, "wait=1")).status).toBe(202);
    await fetch(`${workflows}/${id}`, { method: "PUT", headers, body: JSON.stringify({ status: "canceled" }) });
    expect(await poll(id, "wait=60&until=change")).toMatchObject({ status: 200, workflow: { status: "canceled" } });
  }, 60_000);

  it("wait on a submit and on a recipe until the work is over", async () => {
    const body = JSON.stringify({ steps: [picture("a fox")] });
    const submitted = await fetch(`${workflows}?wait=60`, { method: "POST", headers, body });
    expect(submitted.status).toBe(200);
    const recipe = `${serving.address}/v2/consumer/recipes/imageGen?wait=60`;
    const invoked = await fetch(recipe, { method: "POST", headers, body: JSON.stringify(picture("a crow").input) });
    expect(invoked.status).toBe(200);
    expect(workflowSchema.parse(await invoked.json()).status).toBe("succeeded");
  }, 60_000);
});
