import { describe, expect, it } from "vitest";
import { flux, httpTrial } from "./http-trial.ts";

const path = "/_sandbox/clock";

describe("GET /_sandbox/clock", () => {
  it("200: tells the sandbox's time, how far it is ahead, and the speed", async () => {
    const { body } = await httpTrial({ speed: 20 }).say("GET", path);
    expect(body).toEqual({ now: "2026-11-24T10:00:00.000Z", aheadSeconds: 0, speed: 20 });
  });
});

describe("POST /_sandbox/clock", () => {
  it("200: lets due work be done by putting the clock ahead", async () => {
    const { say, submit, sandbox } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox")] });
    expect((await say("POST", path, { body: { advanceSeconds: 60 } })).body).toMatchObject({
      now: "2026-11-24T10:01:00.000Z",
      aheadSeconds: 60,
    });
    await sandbox.idle();
    expect((await say("GET", `/v2/consumer/workflows/${id}`)).body.status).toBe("succeeded");
  });

  it("200: lets links expire", async () => {
    const { say, submit, pass } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox")] });
    await pass(10);
    const { url } = (await say("GET", `/v2/consumer/workflows/${id}`)).body.steps[0].output.images[0];
    expect((await say("GET", url, { token: null })).status).toBe(308);
    await say("POST", path, { body: { advanceSeconds: 16 * 60 } });
    expect((await say("GET", url, { token: null })).status).toBe(403);
  });

  it("200: changes how fast the work goes that begins from now on", async () => {
    const { say, submit, pass } = httpTrial();
    await say("POST", path, { body: { speed: 1000 } });
    const { id } = await submit({ steps: [flux("a fox [slow]")] });
    await pass(1);
    expect((await say("GET", `/v2/consumer/workflows/${id}`)).body.status).toBe("succeeded");
  });

  it.each([
    ["a step back", { advanceSeconds: -1 }, "advanceSeconds"],
    ["standing still", { speed: 0 }, "speed"],
  ])("400: refuses %s", async (_, body, field) => {
    const answer = await httpTrial().say("POST", path, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveProperty(field);
  });
});
