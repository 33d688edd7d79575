import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "../http/http-trial.ts";
import { DroppedConnection } from "../http/meet-fault.ts";

/* Refusals and failures as the hosted dialect writes them. */

const workflows = "/v2/consumer/workflows";
const hosted = (more: object = {}) => httpTrial({ dialect: "hosted", ...more });
const open = (token: string, more: object) => ({ token: null, body: { token, ...more } });

describe("403 in the hosted dialect: a bare JSON string (facts 1.1, 1.5 #32)", () => {
  it("says that the Buzz does not suffice, and charges nothing", async () => {
    const { say } = hosted();
    await say("POST", "/_sandbox/accounts", open("sandbox_poor", { balances: { blue: 3, green: 0, yellow: 0 } }));
    const refused = await say("POST", workflows, { token: "sandbox_poor", body: { steps: [echo] } });
    expect(refused).toMatchObject({ status: 403, body: "Insufficient Buzz" });
    expect(refused.headers.get("Content-Type")).toBe("application/json");
    expect((await say("GET", workflows, { token: "sandbox_poor" })).body.items).toEqual([]);
  });

  it("says that the token may only read", async () => {
    const { say } = hosted();
    await say("POST", "/_sandbox/accounts", open("sandbox_reader", { permissions: { write: false } }));
    const refused = await say("POST", workflows, { token: "sandbox_reader", body: { steps: [echo] } });
    expect(refused).toMatchObject({ status: 403, body: "This token may only read." });
  });

  it("says that mature content needs yellow", async () => {
    const body = { steps: [echo], allowMatureContent: true, currencies: ["blue"] };
    const refused = await hosted().say("POST", workflows, { body });
    expect(refused).toMatchObject({ status: 403, body: expect.stringContaining("yellow") });
  });
});

describe("400 in the hosted dialect (facts 5.1)", () => {
  it("is a validation problem with the paths of the fields", async () => {
    const body = { steps: [flux("a fox", { width: 3 })] };
    const refused = await hosted().say("POST", workflows, { body });
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({
      type: "https://tools.ietf.org/html/rfc9110#section-15.5.1",
      title: "One or more validation errors occurred.",
      status: 400,
      errors: { "steps[0].input.width": [expect.any(String)] },
    });
  });

  it("drops fields that it does not know in silence (facts 1.5 #35)", async () => {
    const body = { steps: [flux("a fox", { negative_prompt: "fog" })] };
    const { status, headers, body: answer } = await hosted().say("POST", workflows, { body });
    expect(status).toBe(202);
    expect(headers.has("X-Sandbox-Dropped-Fields")).toBe(false);
    expect(answer.steps[0].input).not.toHaveProperty("negative_prompt");
  });

  it("refuses an ephemeral workflow that nobody hears of (facts 6)", async () => {
    expect((await hosted().say("POST", workflows, { body: { steps: [echo], ephemeral: true } })).status).toBe(400);
  });
});

describe("401 and 404 in the hosted dialect", () => {
  it("are problems with a type", async () => {
    const { say } = hosted();
    const [nobody, nothing] = [await say("GET", workflows, { token: null }), await say("GET", `${workflows}/7-1`)];
    expect(nobody).toMatchObject({ status: 401, body: { type: expect.stringContaining("15.5.2"), status: 401 } });
    expect(nothing).toMatchObject({ status: 404, body: { type: expect.stringContaining("15.5.5"), status: 404 } });
  });
});

describe("429 in the hosted dialect (facts 1.5 #31, 5.4)", () => {
  it("meets submits only, which alone tell of the limit", async () => {
    const { say } = hosted({ rateLimit: { perMinute: 60, burst: 2 } });
    for (let count = 0; count < 5; count += 1) {
      const list = await say("GET", workflows);
      expect(list.status).toBe(200);
      expect(list.headers.has("RateLimit")).toBe(false);
    }
    await say("POST", workflows, { body: { steps: [echo] } });
    const second = await say("POST", workflows, { body: { steps: [echo] } });
    expect(second.headers.get("RateLimit-Policy")).toBe('"buzz";q=2;w=2');
    expect(second.headers.get("RateLimit")).toBe('"buzz";r=0;t=2');
    const third = await say("POST", workflows, { body: { steps: [echo] } });
    expect(third.status).toBe(429);
    expect(third.headers.get("Retry-After")).toBe("1");
  });
});

describe("5xx in the hosted dialect: HTML (facts 5.1)", () => {
  it.each([
    ["500", 500],
    ["502-html", 502],
    ["524", 524],
  ])("answers the fault %s so", async (kind, status) => {
    const { say } = hosted();
    await say("POST", "/_sandbox/faults", { body: { kind } });
    const failed = await say("GET", workflows);
    expect(failed.status).toBe(status);
    expect(failed.headers.get("Content-Type")).toBe("text/html");
    expect(failed.body).toMatch(new RegExp(`^<html>[\\s\\S]*<title>${status}`));
  });

  it("gives up on a submit that waits too long, whose work goes on and bills (facts 1.5 #11)", async () => {
    const { say, pass } = httpTrial({ dialect: "hosted" }, { gatewaySeconds: 0.05 });
    const { status, body } = await say("POST", `${workflows}?wait=500`, { body: { steps: [flux("a fox")] } });
    expect(status).toBe(524);
    expect(body).toContain("524: A timeout occurred");
    await pass(10);
    expect((await say("GET", workflows)).body.items).toMatchObject([
      { status: "succeeded", transactions: { list: [{ type: "debit", amount: 10 }] } },
    ]);
  });

  it("still breaks connections on demand", async () => {
    const { say } = hosted();
    await say("POST", "/_sandbox/faults", { body: { kind: "drop" } });
    await expect(say("GET", workflows)).rejects.toThrow(DroppedConnection);
  });
});

describe("the balance in the hosted dialect (facts 7.3)", () => {
  it("can't be asked for; the other controls are there", async () => {
    const { say } = hosted();
    expect((await say("GET", "/_sandbox/account")).status).toBe(404);
    expect((await say("GET", "/_sandbox/faults")).body).toEqual({ faults: [] });
    expect((await say("PUT", "/_sandbox/account/balances", { body: { yellow: 5 } })).body.balances.yellow).toBe(5);
  });
});
