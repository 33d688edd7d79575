import { describe, expect, it } from "vitest";
import { callbackTrial, hook } from "../callbacks/callback-trial.ts";
import { echo, flux } from "./http-trial.ts";

const path = "/_sandbox/callbacks";
const callbacks = [{ url: hook, type: ["workflow:*"] }];
const ended = [{ url: hook, type: ["workflow:succeeded"] }];

describe("GET /_sandbox/callbacks", () => {
  it("200: tells what was sent and what came back, newest first", async () => {
    const { submit, sandbox, say } = callbackTrial();
    const { id } = await submit({ steps: [echo], callbacks });
    await sandbox.idle();
    const { status, body } = await say("GET", path);
    expect(status).toBe(200);
    expect(body.items.map(({ event }: { event: string }) => event)).toEqual(
      ["succeeded", "processing", "scheduled", "preparing", "unassigned"].map((one) => `workflow:${one}`),
    );
    expect(body.items[0]).toEqual({
      id: expect.stringMatching(/^cb_\d+$/),
      workflowId: id,
      event: "workflow:succeeded",
      url: hook,
      payload: { $type: "workflow", workflowId: id, status: "succeeded", timestamp: "2026-11-24T10:00:00.000Z" },
      state: "delivered",
      createdAt: "2026-11-24T10:00:00.000Z",
      nextTryAt: null,
      tries: [{ at: "2026-11-24T10:00:00.000Z", ms: 0, status: 204, answer: "" }],
    });
    expect(body).not.toHaveProperty("next");
  });

  it("200: tells of one workflow, page by page, without gaps or repeats", async () => {
    const { submit, sandbox, say } = callbackTrial();
    await submit({ steps: [echo], callbacks });
    const { id } = await submit({ steps: [echo], callbacks });
    await sandbox.idle();
    const events: string[] = [];
    let cursor = "";
    do {
      const page = (await say("GET", `${path}?workflowId=${id}&take=2${cursor}`)).body;
      events.push(...page.items.map(({ event }: { event: string }) => event));
      cursor = page.next ? `&cursor=${page.next}` : "";
    } while (cursor !== "");
    expect(events).toEqual(
      ["succeeded", "processing", "scheduled", "preparing", "unassigned"].map((one) => `workflow:${one}`),
    );
  });

  it("200: tells an event that waits for an earlier one without a time", async () => {
    const { submit, sandbox, say, answerWith } = callbackTrial();
    answerWith(() => 500);
    await submit({ steps: [echo], callbacks });
    await sandbox.idle();
    const { items } = (await say("GET", path)).body;
    expect(items.at(-1).nextTryAt).not.toBeNull();
    expect(items.slice(0, -1).map(({ nextTryAt }: { nextTryAt: unknown }) => nextTryAt)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("200: cuts very long texts", async () => {
    const { submit, sandbox, say, received } = callbackTrial();
    const metadata = { long: "x".repeat(50_000) };
    await submit({ steps: [echo], metadata, callbacks: [{ ...ended[0], detailed: true }] });
    await sandbox.idle();
    expect(received[0]?.payload.details).toEqual(expect.objectContaining({ metadata }));
    expect(JSON.stringify((await say("GET", path)).body).length).toBeLessThan(4000);
  });

  it("200: has no link to a mature file for who hides them, whatever was sent", async () => {
    const { submit, sandbox, say, received, clock } = callbackTrial();
    const figure = { $type: "imageGen", input: { engine: "flux", prompt: "a figure [rated:x]" } };
    await submit({ steps: [figure], allowMatureContent: true, callbacks: [{ ...ended[0], detailed: true }] });
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1);
      await sandbox.idle();
    }
    expect(JSON.stringify(received[0]?.payload)).toContain("/v2/consumer/blobs/");
    const hidden = JSON.stringify((await say("GET", `${path}?hideMatureContent=true`)).body);
    expect(hidden).toContain('"nsfwLevel":"x"');
    expect(hidden).not.toContain("/v2/consumer/blobs/");
    expect(JSON.stringify((await say("GET", path)).body)).toContain("/v2/consumer/blobs/");
  });

  it("200: tells nothing of another account", async () => {
    const { submit, sandbox, say } = callbackTrial();
    await submit({ steps: [echo], callbacks });
    await sandbox.idle();
    expect((await say("GET", path, { token: "sandbox_other" })).body.items).toEqual([]);
  });

  it("400: refuses what is no cursor", async () => {
    expect((await callbackTrial().say("GET", `${path}?cursor=tomorrow`)).status).toBe(400);
  });

  it("401: asks for a token", async () => {
    expect((await callbackTrial().say("GET", path, { token: null })).status).toBe(401);
  });

  it("403: is not for callers of other machines", async () => {
    expect((await callbackTrial().say("GET", path, { peer: { isLoopback: false } })).status).toBe(403);
  });
});

describe("POST /_sandbox/callbacks/{deliveryId}/retry", () => {
  it("200: delivers what was given up once more", async () => {
    const { submit, sandbox, say, clock, answerWith, story } = callbackTrial();
    answerWith(() => 500);
    await submit({ steps: [echo], callbacks: ended });
    for (let tried = 0; tried < 12; tried += 1) {
      await sandbox.idle();
      clock.advance(600);
    }
    const [given] = (await say("GET", path)).body.items;
    expect(given.state).toBe("given-up");
    answerWith(() => 200);
    const { status, body } = await say("POST", `${path}/${given.id}/retry`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: given.id, state: "pending" });
    await sandbox.idle();
    expect((await say("GET", path)).body.items[0]).toMatchObject({ state: "delivered" });
    expect(story().at(-1)).toBe("workflow succeeded");
  });

  it("200: lets what waits for its next try be tried at once", async () => {
    const { submit, sandbox, say, answerWith } = callbackTrial();
    answerWith(() => 500);
    await submit({ steps: [echo], callbacks: ended });
    await sandbox.idle();
    answerWith(() => 200);
    const [waiting] = (await say("GET", path)).body.items;
    await say("POST", `${path}/${waiting.id}/retry`);
    await sandbox.idle();
    expect((await say("GET", path)).body.items[0].state).toBe("delivered");
  });

  it("200: keeps the order: what comes later waits for what is sent once more", async () => {
    const { submit, pass, say, answerWith, story, received } = callbackTrial();
    await submit({ steps: [flux("a fox")], callbacks });
    await pass(2);
    answerWith(() => 500);
    const first = (await say("GET", path)).body.items.at(-1);
    await say("POST", `${path}/${first.id}/retry`);
    await pass(5);
    expect(story().slice(-3)).toEqual(Array(3).fill("workflow unassigned"));
    received.length = 0;
    answerWith(() => 200);
    await pass(60);
    expect(story()).toEqual(["workflow unassigned", "workflow succeeded"]);
  });

  it("404: knows no delivery of another account", async () => {
    const { submit, sandbox, say } = callbackTrial();
    await submit({ steps: [echo], callbacks: ended });
    await sandbox.idle();
    const [one] = (await say("GET", path)).body.items;
    for (const [id, token] of [[one.id, "sandbox_other"], ["cb_999"], ["x"]]) {
      expect((await say("POST", `${path}/${id}/retry`, { token })).status).toBe(404);
    }
  });

  it("403: is not for callers of other machines", async () => {
    expect((await callbackTrial().say("POST", `${path}/cb_1/retry`, { peer: { isLoopback: false } })).status).toBe(403);
  });
});
