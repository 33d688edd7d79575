import { describe, expect, it } from "vitest";
import { echo, flux } from "../http/http-trial.ts";
import { callbackTrial, hook } from "./callback-trial.ts";

const workflows = "/v2/consumer/workflows";
const to = (type: string[], more: object = {}) => [{ url: hook, type, ...more }];

describe("what is sent", () => {
  it("is JSON of the documented shape, and no more without `detailed`", async () => {
    const { submit, pass, received } = callbackTrial();
    const { id } = await submit({
      steps: [flux("a fox")],
      callbacks: to(["workflow:succeeded", "step:succeeded", "job:succeeded"]),
    });
    await pass(5);
    expect(received.map(({ init }) => JSON.parse(String(init.body)))).toEqual([
      { $type: "job", workflowId: id, stepName: "$0", jobId: `${id}-0-0`, status: "succeeded", progress: 1 },
      { $type: "step", workflowId: id, name: "$0", status: "succeeded" },
      { $type: "workflow", workflowId: id, status: "succeeded", timestamp: "2026-11-24T10:00:04.000Z" },
    ]);
    expect(received[0]?.init).toMatchObject({ method: "POST", headers: { "Content-Type": "application/json" } });
  });

  it("begins with no progress where a job is tried anew", async () => {
    const { submit, pass, received } = callbackTrial();
    const callbacks = to(["job:scheduled", "job:processing", "job:succeeded"]);
    await submit({ steps: [{ ...flux("a fox [fail-once]"), retries: 1 }], callbacks });
    await pass(10);
    expect(received.map(({ payload }) => [payload.status, "progress" in payload && payload.progress])).toEqual([
      ["scheduled", 0],
      ["processing", 0],
      ["scheduled", 0],
      ["processing", 0],
      ["succeeded", 1],
    ]);
  });

  it("has details with very long texts cut short, which would be sent again with every event", async () => {
    const { submit, pass, received } = callbackTrial();
    const whole = "x".repeat(100_000);
    const long = `data:image/png;base64,${whole}`;
    await submit({
      steps: [{ $type: "echo", input: { message: long } }],
      arguments: { long, whole },
      callbacks: to(["workflow:succeeded", "step:succeeded"], { detailed: true }),
    });
    await pass(5);
    const short = expect.stringMatching(/^data:image\/png;base64,x{42}… \(100022 characters\)$/);
    const [step, workflow] = received.map(({ payload }) => payload.details);
    expect(step).toMatchObject({ input: { message: short } });
    expect(workflow).toMatchObject({ arguments: { long: short, whole }, steps: [{ input: { message: short } }] });
  });

  it("has details when they are asked for, as things were at the event", async () => {
    const { submit, pass, received } = callbackTrial();
    await submit({
      steps: [{ ...flux("a fox"), metadata: { of: "step" } }],
      metadata: { of: "workflow" },
      arguments: { word: "fox" },
      callbacks: to(["workflow:processing", "workflow:succeeded", "step:succeeded", "job:succeeded"], {
        detailed: true,
      }),
    });
    await pass(5);
    const [begun, job, step, ended] = received.map(({ payload }) => payload.details);
    expect(begun).toMatchObject({ steps: [{ name: "$0", status: "processing" }] });
    expect(begun).not.toHaveProperty("completedAt");
    expect(begun).not.toHaveProperty("steps[0].output");
    expect(job).toEqual({
      startedAt: "2026-11-24T10:00:00.200Z",
      completedAt: "2026-11-24T10:00:04.000Z",
      cost: 10,
    });
    expect(step).toMatchObject({
      metadata: { of: "step" },
      input: { prompt: "a fox" },
      estimatedProgressRate: null,
      retries: 0,
      output: { images: [{ available: true, nsfwLevel: "pg" }] },
    });
    expect(ended).toMatchObject({
      metadata: { of: "workflow" },
      arguments: { word: "fox" },
      createdAt: "2026-11-24T10:00:00.000Z",
      completedAt: "2026-11-24T10:00:04.000Z",
      steps: [{ name: "$0", status: "succeeded", input: { prompt: "a fox" }, output: {}, cost: { total: 10 } }],
    });
  });

  it("links to files under the host that the submitter used, and the links work", async () => {
    const { submit, pass, say, received } = callbackTrial();
    await submit({ steps: [flux("a fox")], callbacks: to(["step:succeeded"], { detailed: true }) });
    await pass(5);
    const text = JSON.stringify(received[0]?.payload);
    const [url = ""] = /http:[^"]*\/blobs\/[^"]*/.exec(text) ?? [];
    expect(new URL(url).origin).toBe("http://127.0.0.1:4321");
    expect(text).not.toContain("sandbox.invalid");
    const { headers } = await say("GET", url, { token: null });
    expect((await say("GET", headers.get("Location") ?? "", { token: null })).status).toBe(200);
  });

  it("makes its links when it is sent: they work however long an event had to wait", async () => {
    const { submit, clock, sandbox, answerWith, pass, say, received } = callbackTrial();
    answerWith(() => new Error("down"));
    await submit({ steps: [flux("a fox")], callbacks: to(["step:succeeded"], { detailed: true }) });
    await pass(5);
    answerWith(() => 200);
    clock.advance(3600);
    await sandbox.idle();
    const [url = ""] = /http:[^"]*\/blobs\/[^"]*/.exec(JSON.stringify(received[0]?.payload)) ?? [];
    expect((await say("GET", url, { token: null })).status).toBeLessThan(400);
  });

  it("never links to a withheld file, and says of its job that it is mature", async () => {
    const { submit, pass, received } = callbackTrial();
    const callbacks = to(["workflow:*", "step:*", "job:*"], { detailed: true });
    await submit({ steps: [flux("a fox [rated:x]")], callbacks });
    await pass(5);
    const sent = JSON.stringify(received.map(({ payload }) => payload));
    expect(sent).toContain('"nsfwLevel":"x"');
    expect(sent).not.toMatch(/https?:|[uU]rl"/);
    const job = received.map(({ payload }) => payload).find((one) => one.$type === "job" && one.status === "succeeded");
    expect(job).toMatchObject({ blockedReason: "MatureContent", matureContent: true });
  });

  it("links to no withheld file that was released while the event waited", async () => {
    const { submit, pass, say, answerWith, received } = callbackTrial();
    answerWith(() => new Error("down"));
    const callbacks = to(["step:succeeded"], { detailed: true });
    const { id } = await submit({ steps: [flux("a fox [rated:x]")], callbacks });
    await pass(5);
    await say("PUT", `${workflows}/${id}`, { body: { allowMatureContent: true } });
    answerWith(() => 200);
    await pass(5);
    expect(JSON.stringify(received)).not.toContain("/blobs/");
    expect(received[0]?.payload.details).toMatchObject({ output: { images: [{ available: false }] } });
  });

  it("signs no link for who writes the sandbox's own name of a file into metadata", async () => {
    const { submit, pass, say, received } = callbackTrial();
    const first = await submit({ steps: [flux("a fox")] });
    await pass(5);
    const [blob] = (await say("GET", `${workflows}/${first.id}`)).body.steps[0].output.images;
    const token = "sandbox_other";
    const metadata = { stolen: `http://sandbox.invalid/v2/consumer/blobs/${blob.id}` };
    const callbacks = to(["workflow:succeeded"], { detailed: true });
    await submit({ steps: [echo], metadata, callbacks }, { token });
    await pass(1);
    expect(received[0]?.payload.details).toMatchObject({ metadata: { stolen: null } });
  });

  it("tells which item of a step was not made, and why", async () => {
    const { submit, pass, received } = callbackTrial();
    const steps = [flux("a fox [partial]", { quantity: 2 })];
    await submit({ steps, callbacks: to(["job:failed"]) });
    await pass(10);
    expect(received.map(({ payload }) => payload)).toMatchObject([
      { $type: "job", status: "failed", reason: "This item could not be made." },
    ]);
  });
});
