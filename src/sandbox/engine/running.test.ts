import { describe, expect, it } from "vitest";
import { valueAt } from "#contract/reference.ts";
import { getWorkflow } from "../workflows/get.ts";
import { openView, sandboxForTests, type TestSandbox } from "../workflows/sandbox-for-tests.ts";
import { updateWorkflow } from "../workflows/update.ts";

const picture = (prompt: string, more: object = {}) => ({
  $type: "imageGen",
  name: "hero",
  input: { engine: "flux", prompt, ...more },
});
const echoOf = (path: string) => ({ $type: "echo", name: "after", input: { message: { $ref: "hero", path } } });

function read(sandbox: TestSandbox, id: string | null | undefined) {
  const got = getWorkflow(sandbox.services, sandbox.account, id ?? "", openView);
  if (!got.ok) throw new Error(`Refused: ${got.reason}`);
  return got.value.workflow;
}

async function run(steps: object[], seconds = 120, more: object = {}) {
  const sandbox = sandboxForTests();
  const { id } = await sandbox.submit({ steps, ...more });
  await sandbox.pass(seconds);
  return { sandbox, workflow: read(sandbox, id) };
}

describe("running a workflow", () => {
  it("passes unassigned, preparing, scheduled and processing on the way to succeeded", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({ steps: [picture("a fox")] });
    const seen = [read(sandbox, id).status];
    for (let moment = 0; moment < 50; moment += 1) {
      await sandbox.pass(0.1);
      const { status } = read(sandbox, id);
      if (seen.at(-1) !== status) seen.push(status);
    }
    expect(seen).toEqual(["unassigned", "preparing", "scheduled", "processing", "succeeded"]);
  });

  it("takes about 4 s for an image, and nothing for an echo", async () => {
    const sandbox = sandboxForTests();
    const image = await sandbox.submit({ steps: [picture("a fox")] });
    const echo = await sandbox.submit({ steps: [{ $type: "echo", input: { message: "hi" } }] });
    await sandbox.idle();
    expect(read(sandbox, echo.id).status).toBe("succeeded");
    await sandbox.pass(3.9);
    expect(read(sandbox, image.id).status).toBe("processing");
    await sandbox.pass(0.2);
    expect(read(sandbox, image.id)).toMatchObject({ status: "succeeded", completedAt: "2026-01-01T00:00:04.000Z" });
  });

  it("moves estimatedProgressRate from 0 to 1 while processing, and ends with null", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({ steps: [picture("a fox")] });
    await sandbox.pass(1);
    expect(read(sandbox, id).steps[0]?.estimatedProgressRate).toBe(0);
    await sandbox.pass(1.5);
    expect(read(sandbox, id).steps[0]?.estimatedProgressRate).toBeCloseTo(0.5);
    await sandbox.pass(5);
    expect(read(sandbox, id).steps[0]?.estimatedProgressRate).toBeNull();
  });

  it("runs steps without references side by side", async () => {
    const { workflow } = await run([picture("a fox"), { ...picture("a crow"), name: "other" }], 4.1);
    expect(workflow.steps.map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
  });

  it("starts a dependent when what it needs is delivered, and hands the value on", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({ steps: [picture("a fox"), echoOf("output.images[0].width")] });
    await sandbox.pass(3);
    expect(read(sandbox, id).steps[1]?.status).toBe("unassigned");
    const urls = await run([picture("a fox"), echoOf("output.images[0].url")]);
    const [hero, after] = urls.workflow.steps.map(({ output }) => output);
    expect(after).toEqual({ message: expect.stringMatching(/^https:\/\/host\.test\/blobs\//) });
    expect(hero).toMatchObject({ images: [{ url: valueAt(after, ["message"]) }] });
  });

  it("takes both forms of a reference, positional names and $arguments", async () => {
    const echo = (message: unknown) => ({ $type: "echo", input: { message } });
    const { workflow } = await run(
      [
        echo("one"),
        echo({ $ref: "$0", path: "output.message" }),
        echo({ $ref: "$1.output.message" }),
        echo({ $ref: "$arguments", path: "word" }),
      ],
      1,
      { arguments: { word: "four" } },
    );
    expect(workflow.steps.map(({ output }) => output)).toEqual([
      { message: "one" },
      { message: "one" },
      { message: "one" },
      { message: "four" },
    ]);
  });

  it("fails a step whose reference leads nowhere, and says where", async () => {
    const { workflow } = await run([picture("a fox"), echoOf("output.images[7].url")]);
    expect(workflow.status).toBe("failed");
    expect(workflow.steps[1]).toMatchObject({
      status: "failed",
      reason: 'input.message refers to output.images[7].url, and step "hero" has nothing there.',
    });
  });

  it("fails a step whose reference leads to a value that does not fit", async () => {
    const { workflow } = await run([picture("a fox"), echoOf("output.images")]);
    expect(workflow.steps[1]?.reason).toMatch(/does not fit: input\.message/);
  });

  it("gives each item a job of its own", async () => {
    const { workflow } = await run([picture("a fox", { quantity: 3 })]);
    const jobs = workflow.steps[0]?.jobs ?? [];
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(3);
    expect(jobs.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
  });

  it("tells where a job waits while it is queued", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({ steps: [picture("a fox [slow]")] });
    await sandbox.pass(4);
    expect(read(sandbox, id)).toMatchObject({
      status: "preparing",
      steps: [
        {
          jobs: [{ queuePosition: { support: "available", precedingJobs: 11, startAt: "2026-01-01T00:00:15.000Z" } }],
        },
      ],
    });
  });
});

describe("jobs", () => {
  it("begin when the step is processed, not while it is prepared and scheduled", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({ steps: [picture("a fox [slow]")] });
    await sandbox.pass(4);
    expect(read(sandbox, id).steps[0]?.startedAt).toBe("2026-01-01T00:00:03.000Z");
    expect(read(sandbox, id).steps[0]?.jobs?.[0]).not.toHaveProperty("startedAt");
    await sandbox.pass(80);
    expect(read(sandbox, id)).toMatchObject({
      status: "succeeded",
      steps: [{ jobs: [{ startedAt: "2026-01-01T00:00:15.000Z" }] }],
    });
  });
});

describe("scenario words", () => {
  it("[fail] fails the step, cancels its dependents and refunds all of it", async () => {
    const { sandbox, workflow } = await run([picture("a fox [fail]"), echoOf("output.images[0].url")]);
    expect(workflow).toMatchObject({
      status: "failed",
      cost: { total: 0 },
      steps: [
        { status: "failed", reason: expect.stringContaining("[fail]"), jobs: [{ status: "failed" }] },
        { status: "canceled", reason: 'Canceled, because step "hero" is failed.' },
      ],
    });
    expect(sandbox.balances()).toEqual({ blue: 500, green: 1000, yellow: 2000 });
  });

  it("[fail-once] succeeds with a retry, and fails without one", async () => {
    const retried = await run([{ ...picture("a fox [fail-once]"), retries: 1 }]);
    expect(retried.workflow.status).toBe("succeeded");
    const once = await run([picture("a fox [fail-once]")]);
    expect(once.workflow.status).toBe("failed");
  });

  it("[slow] takes at least 60 s", async () => {
    const { sandbox, workflow } = await run([picture("a fox [slow]")], 59);
    expect(workflow.status).toBe("processing");
    await sandbox.pass(1);
    expect(read(sandbox, workflow.id).status).toBe("succeeded");
  });

  it("[expire] expires the step and refunds it", async () => {
    const { sandbox, workflow } = await run([picture("a fox [expire]")]);
    expect(workflow).toMatchObject({ status: "expired", steps: [{ status: "expired", reason: "expired" }] });
    expect(sandbox.balances().blue).toBe(500);
  });

  it("[partial] delivers one item fewer, refunds its share and lowers the cost", async () => {
    const { sandbox, workflow } = await run([picture("a fox [partial]", { quantity: 4 })]);
    expect(workflow).toMatchObject({ status: "succeeded", cost: { total: 30 } });
    expect(workflow.steps[0]?.output).toMatchObject({ images: [{}, {}, {}] });
    expect(workflow.steps[0]?.jobs?.map(({ status }) => status)).toEqual([
      "succeeded",
      "succeeded",
      "succeeded",
      "failed",
    ]);
    expect(sandbox.balances().blue).toBe(470);
  });

  it("a timeout fails a step that takes longer", async () => {
    const { workflow } = await run([{ ...picture("a fox [slow]"), timeout: "00:00:10" }]);
    expect(workflow.steps[0]).toMatchObject({ status: "failed", reason: "timeout" });
  });

  it("refunds to the currencies that paid, the last charged first", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 15, green: 100, yellow: 0 } });
    await sandbox.submit({ steps: [picture("a fox [partial]", { quantity: 4 })] });
    await sandbox.pass(10);
    expect(sandbox.balances()).toEqual({ blue: 0, green: 85, yellow: 0 });
  });
});

describe("canceling", () => {
  it("refunds what was not delivered and keeps what was", async () => {
    const sandbox = sandboxForTests();
    const { id } = await sandbox.submit({
      steps: [picture("a fox"), { ...picture("a crow [slow]"), name: "slow" }],
    });
    await sandbox.pass(10);
    const canceled = await updateWorkflow(
      sandbox.services,
      sandbox.account,
      id ?? "",
      { status: "canceled" },
      { ...openView, whatif: false },
    );
    expect(canceled).toMatchObject({
      value: {
        workflow: { status: "canceled", cost: { total: 10 }, steps: [{ status: "succeeded" }, { status: "canceled" }] },
      },
    });
    expect(sandbox.balances().blue).toBe(490);
    await sandbox.pass(120);
    expect(read(sandbox, id).status).toBe("canceled");
  });
});
