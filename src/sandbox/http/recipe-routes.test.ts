import { describe, expect, it } from "vitest";
import { stepTypes } from "#contract/step-inputs/step-types.ts";
import { systemClock } from "../clock.ts";
import { flux, httpTrial } from "./http-trial.ts";

const recipes = "/v2/consumer/recipes";

describe("POST /v2/consumer/recipes/{recipe}", () => {
  it("200: prices with whatif, in headers too", async () => {
    const { status, headers, body } = await httpTrial().say("POST", `${recipes}/imageGen?whatif=true`, {
      body: flux("a fox").input,
    });
    expect(status).toBe(200);
    expect(body.cost.total).toBe(10);
    expect(headers.get("X-Civitai-Cost-By-Currency")).toBe("blue=10");
  });

  it("200: waits for the end, hides mature links, and forgets what is ephemeral, as it is asked to", async () => {
    const { say, sandbox } = httpTrial({ running: true, clock: systemClock, speed: 1_000 });
    const query = "wait=20&hideMatureContent=true&allowMatureContent=true&ephemeral=true";
    const { status, body } = await say("POST", `${recipes}/imageGen?${query}`, { body: flux("a nude").input });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "succeeded", ephemeral: true, cost: { total: 10 } });
    expect(body.steps[0].output.images[0]).toMatchObject({ available: true, nsfwLevel: "x" });
    expect(body.steps[0].output.images[0]).not.toHaveProperty("url");
    expect((await say("GET", `/v2/consumer/workflows/${body.id}`)).status).toBe(404);
    await sandbox.close();
  });

  it("403: refuses mature content to a token without the permission", async () => {
    const { say } = httpTrial();
    const permissions = { mature: false };
    await say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", permissions } });
    const asked = `${recipes}/echo?allowMatureContent=true`;
    expect((await say("POST", asked, { body: { message: "hi" } })).status).toBe(403);
  });

  it("202: runs a workflow of the one step", async () => {
    const { say, pass } = httpTrial();
    const query = "allowMatureContent=true&experimental=true";
    const { status, body } = await say("POST", `${recipes}/imageGen?${query}`, { body: flux("a fox").input });
    expect(status).toBe(202);
    expect(body).toMatchObject({ allowMatureContent: true, experimental: true, steps: [{ $type: "imageGen" }] });
    await pass(10);
    expect((await say("GET", `/v2/consumer/workflows/${body.id}`)).body.status).toBe("succeeded");
  });

  it("400: names what is wrong by its place in the body, and what was dropped", async () => {
    const { say } = httpTrial();
    const wrong = await say("POST", `${recipes}/imageGen`, { body: { engine: "flux", width: 3 } });
    expect(wrong.status).toBe(400);
    expect(Object.keys(wrong.body.errors)).toEqual(expect.arrayContaining(["width", "prompt"]));
    const dropped = await say("POST", `${recipes}/imageGen?whatif=true`, { body: flux("a fox", { shade: 2 }).input });
    expect(dropped.headers.get("X-Sandbox-Dropped-Fields")).toBe("shade");
  });

  it("400: refuses an ephemeral run that nobody waits for", async () => {
    expect((await httpTrial().say("POST", `${recipes}/echo?ephemeral=true`, { body: { message: "hi" } })).status).toBe(
      400,
    );
  });

  it("403: refuses a run beyond the balance", async () => {
    const { say } = httpTrial();
    const balances = { blue: 0, green: 0, yellow: 0 };
    await say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", balances } });
    expect((await say("POST", `${recipes}/imageGen`, { body: flux("a fox").input })).status).toBe(403);
  });

  it("404: knows no recipe of another name", async () => {
    expect((await httpTrial().say("POST", `${recipes}/teleport`, { body: {} })).status).toBe(404);
  });

  it("is there for every step type", async () => {
    const { say } = httpTrial();
    for (const { type } of stepTypes) {
      expect((await say("POST", `${recipes}/${type}?whatif=true`, { body: {} })).status, type).not.toBe(404);
    }
  });
});
