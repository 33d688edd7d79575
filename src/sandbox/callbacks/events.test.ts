import { describe, expect, it } from "vitest";
import type { Status } from "#contract/status.ts";
import { echo, flux } from "../http/http-trial.ts";
import { callbackTrial, hook } from "./callback-trial.ts";

const workflows = "/v2/consumer/workflows";
const to = (type: string[], more: object = {}) => [{ url: hook, type, ...more }];

describe("the events of a workflow", () => {
  it("are every status of it, of its steps and of their jobs, from the inside out", async () => {
    const { submit, pass, story } = callbackTrial();
    await submit({ steps: [flux("a fox", { quantity: 2 })], callbacks: to(["workflow:*", "step:*", "job:*"]) });
    await pass(5);
    const moved = (status: Status) => [
      `job $0 0 ${status}`,
      `job $0 1 ${status}`,
      `step $0 ${status}`,
      `workflow ${status}`,
    ];
    expect(story()).toEqual([
      ...["workflow unassigned", "step $0 unassigned", "job $0 0 unassigned", "job $0 1 unassigned"],
      ...moved("preparing"),
      ...moved("scheduled"),
      ...moved("processing"),
      ...moved("succeeded"),
    ]);
  });

  it("are all told where the clock leaps over statuses", async () => {
    const { submit, clock, sandbox, story } = callbackTrial();
    await submit({ steps: [flux("a fox")], callbacks: to(["workflow:*"]) });
    clock.advance(3600);
    await sandbox.idle();
    expect(story()).toEqual(
      ["unassigned", "preparing", "scheduled", "processing", "succeeded"].map((status) => `workflow ${status}`),
    );
  });

  it("are only those that were asked for", async () => {
    const { submit, pass, story } = callbackTrial();
    await submit({ steps: [flux("a fox")], callbacks: to(["step:processing", "workflow:succeeded", "job:failed"]) });
    await pass(5);
    expect(story()).toEqual(["step $0 processing", "workflow succeeded"]);
  });

  it.each([
    ["[fail]", ["step $0 failed", "step $1 canceled", "workflow failed"]],
    ["[expire]", ["step $0 expired", "step $1 canceled", "workflow expired"]],
  ])("tell the end that %s causes, and what it cancels", async (word, ends) => {
    const { submit, pass, story } = callbackTrial();
    const steps = [flux(`a fox ${word}`), { $type: "echo", input: { message: { $ref: "$0.output.images[0].id" } } }];
    const types = ["failed", "expired", "canceled"].flatMap((status) => [`step:${status}`, `workflow:${status}`]);
    await submit({ steps, callbacks: to(types) });
    await pass(5);
    expect(story()).toEqual(ends);
  });

  it("tell each try of a step: processing comes again", async () => {
    const { submit, pass, story } = callbackTrial();
    const steps = [{ ...flux("a fox [fail-once]"), retries: 1 }];
    await submit({ steps, callbacks: to(["step:processing", "step:succeeded"]) });
    await pass(10);
    expect(story()).toEqual(["step $0 processing", "step $0 processing", "step $0 succeeded"]);
  });

  it("tell that it was canceled, also by its removal", async () => {
    const { submit, say, sandbox, story } = callbackTrial();
    for (const word of ["PUT", "DELETE"] as const) {
      const { id } = await submit({ steps: [flux("a fox")], callbacks: to(["workflow:canceled"]) });
      const body = word === "PUT" ? { status: "canceled" } : undefined;
      expect((await say(word, `${workflows}/${id}`, { body })).status).toBeLessThan(300);
      await sandbox.idle();
    }
    expect(story()).toEqual(["workflow canceled", "workflow canceled"]);
  });

  it("come from nothing that was only tried out: a whatif, and a submit that is refused", async () => {
    const { submit, say, sandbox, received } = callbackTrial();
    const body = { steps: [flux("a fox", { quantity: 4 })], callbacks: to(["workflow:*", "step:*"]) };
    await submit(body, { query: "?whatif=true" });
    await say("PUT", "/_sandbox/account/balances", { body: { blue: 0, green: 0, yellow: 0 } });
    expect((await say("POST", workflows, { body })).status).toBe(403);
    await sandbox.idle();
    expect(received).toEqual([]);
  });

  it("carry the result of an ephemeral workflow, which can't be read once it is over", async () => {
    const { submit, pass, say, received } = callbackTrial();
    const callbacks = to(["workflow:succeeded"], { detailed: true });
    const { id } = await submit({ steps: [echo], ephemeral: true, callbacks });
    await pass(1);
    expect((await say("GET", `${workflows}/${id}`)).status).toBe(404);
    expect(received[0]?.payload).toMatchObject({
      workflowId: id,
      details: { steps: [{ output: { message: "hello" } }] },
    });
  });
});
