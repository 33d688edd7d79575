import { describe, expect, it } from "vitest";
import { getWorkflow } from "../workflows/get.ts";
import { openView, sandboxForTests } from "../workflows/sandbox-for-tests.ts";

/** A picture that takes 4 s of the 10 s that it is given, by the speed at which it got ready. */
const picture = { $type: "imageGen", input: { engine: "flux", prompt: "a fox" }, timeout: "00:00:10" };

async function submitted(steps: readonly object[]) {
  const sandbox = sandboxForTests();
  const { services, account, submit } = sandbox;
  const { id } = await submit({ steps });
  const read = () => {
    const got = getWorkflow(services, account, id ?? "", openView);
    if (!got.ok) throw new Error(`Refused: ${got.reason}`);
    return got.value.workflow;
  };
  return { ...sandbox, read };
}

describe("a change of speed", () => {
  it.each([
    ["unassigned", 0],
    ["preparing", 0.3],
    ["scheduled", 0.7],
    ["processing", 2],
  ])("leaves a step that is %s its time and its timeout", async (status, seconds) => {
    const { services, pass, read } = await submitted([picture]);
    await pass(seconds);
    expect(read().status).toBe(status);
    services.pace.speed = 100;
    await pass(4 - seconds);
    expect(read()).toMatchObject({ status: "succeeded", completedAt: "2026-01-01T00:00:04.000Z" });
  });

  it("lets a step time out as it would have, when the work becomes slower", async () => {
    const { services, pass, read } = await submitted([{ ...picture, timeout: "00:00:02" }]);
    services.pace.speed = 0.01;
    await pass(10);
    expect(read().steps[0]).toMatchObject({ status: "failed", reason: "timeout" });
  });

  it("is for the steps that get ready after it", async () => {
    const echo = { $type: "echo", name: "words", input: { message: "a fox" } };
    const after = { ...picture, input: { engine: "flux", prompt: { $ref: "words", path: "output.message" } } };
    const { services, idle, pass, read } = await submitted([echo, after]);
    services.pace.speed = 10;
    await idle();
    await pass(0.4);
    expect(read()).toMatchObject({ status: "succeeded", completedAt: "2026-01-01T00:00:00.400Z" });
  });
});
