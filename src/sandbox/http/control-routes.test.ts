import { describe, expect, it } from "vitest";
import { echo, httpTrial } from "./http-trial.ts";
import { DroppedConnection } from "./meet-fault.ts";

const accounts = "/_sandbox/accounts";
const faults = "/_sandbox/faults";
const workflows = "/v2/consumer/workflows";

describe("POST /_sandbox/accounts", () => {
  it("201: opens an account with balances and permissions; what is not said is as usual", async () => {
    const { say } = httpTrial();
    const body = { token: "sandbox_newcomer", balances: { blue: 7 }, permissions: { mature: false } };
    const { status, body: account } = await say("POST", accounts, { token: null, body });
    expect(status).toBe(201);
    expect(account.balances).toEqual({ blue: 7, green: 1000, yellow: 2000 });
    expect(account.entries).toHaveLength(3);
  });

  it("400: refuses a token that no caller could use", async () => {
    expect((await httpTrial().say("POST", accounts, { body: { token: "alice" } })).status).toBe(400);
  });

  it("409: refuses a token that has an account", async () => {
    const { say } = httpTrial();
    await say("POST", accounts, { body: { token: "sandbox_newcomer" } });
    expect((await say("POST", accounts, { body: { token: "sandbox_newcomer" } })).status).toBe(409);
  });
});

describe("GET /_sandbox/account", () => {
  it("200: tells balances and entries, newest first", async () => {
    const { say, submit } = httpTrial();
    const { id } = await submit({ steps: [{ $type: "imageGen", input: { engine: "flux", prompt: "a fox" } }] });
    const { body } = await say("GET", "/_sandbox/account");
    expect(body.balances).toEqual({ blue: 490, green: 1000, yellow: 2000 });
    expect(body.entries[0]).toMatchObject({ currency: "blue", type: "debit", amount: 10, workflowId: id });
  });

  it("401: asks for a token", async () => {
    expect((await httpTrial().say("GET", "/_sandbox/account", { token: null })).status).toBe(401);
  });
});

describe("PUT /_sandbox/account/balances", () => {
  const path = "/_sandbox/account/balances";

  it("200: sets what is said by entries of the ledger, whose sum the balances stay", async () => {
    const { say } = httpTrial();
    const { status, body } = await say("PUT", path, { body: { blue: 7, yellow: 5000 } });
    expect(status).toBe(200);
    expect(body.balances).toEqual({ blue: 7, green: 1000, yellow: 5000 });
    // The same again, in the same millisecond, after another one: each is an event of its own.
    await say("PUT", path, { body: { blue: 8 } });
    const again = (await say("PUT", path, { body: { blue: 7 } })).body;
    expect(again.balances.blue).toBe(7);
    const sums = { blue: 0, green: 0, yellow: 0 };
    for (const { currency, type, amount } of again.entries as { currency: "blue"; type: string; amount: number }[]) {
      sums[currency] += type === "credit" ? amount : -amount;
    }
    expect(sums).toEqual(again.balances);
  });

  it("400: names a balance below zero", async () => {
    const { status, body } = await httpTrial().say("PUT", path, { body: { green: -1 } });
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty("green");
  });

  it("401: asks for a token", async () => {
    expect((await httpTrial().say("PUT", path, { token: null, body: { blue: 1 } })).status).toBe(401);
  });
});

describe("/_sandbox/*", () => {
  it("403: answers callers of this machine only", async () => {
    const answer = await httpTrial().say("GET", faults, { peer: { isLoopback: false } });
    expect(answer.status).toBe(403);
  });

  it.each([
    ["a page of another site", { Origin: "https://evil.example" }],
    ["a page without an origin", { Origin: "null" }],
    ["a link on another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a host name that was made to point here", { Host: "evil.example:4321" }],
  ])("403: refuses what %s can have caused", async (_, headers) => {
    expect((await httpTrial().say("DELETE", faults, { headers: headers as never })).status).toBe(403);
  });

  it("answers the dashboard's own page, and is not opened to others by CORS", async () => {
    const headers = { Origin: "http://localhost:4321", Host: "localhost:4321", "Sec-Fetch-Site": "same-origin" };
    const answer = await httpTrial().say("GET", faults, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("/_sandbox/faults", () => {
  const arm = async (fault: object) => {
    const trial = httpTrial();
    expect((await trial.say("POST", faults, { body: fault })).status).toBe(201);
    return trial;
  };

  it("400: refuses a kind that it does not know", async () => {
    expect((await httpTrial().say("POST", faults, { body: { kind: "418" } })).status).toBe(400);
  });

  it.each([
    ["429", 429, /json/],
    ["500", 500, /json/],
    ["502-html", 502, /html/],
    ["524", 524, /html/],
  ])("lets the next requests meet a %s, so many times", async (kind, status, contentType) => {
    const { say } = await arm({ kind, times: 2 });
    for (let met = 0; met < 2; met += 1) {
      const answer = await say("GET", workflows);
      expect(answer.status).toBe(status);
      expect(answer.headers.get("Content-Type")).toMatch(contentType);
    }
    expect((await say("GET", workflows)).status).toBe(200);
  });

  it("says with a 429 when to come back", async () => {
    const { headers } = await (await arm({ kind: "429" })).say("GET", workflows);
    expect(headers.get("Retry-After")).toBe("1");
    expect(headers.get("RateLimit")).toContain("r=0");
  });

  it("lets only the method and path that it was armed for meet the fault", async () => {
    const { say } = await arm({ kind: "500", match: { method: "post", path: "/v2/consumer/workflows" } });
    expect((await say("GET", workflows)).status).toBe(200);
    expect((await say("GET", "/v2/consumer/blobs/upload")).status).toBe(200);
    expect((await say("POST", workflows, { body: { steps: [echo] } })).status).toBe(500);
  });

  it("takes the start of a path without its first slash", async () => {
    const { say } = await arm({ kind: "500", match: { path: "v2/consumer/blobs" } });
    expect((await say("GET", workflows)).status).toBe(200);
    expect((await say("GET", "/v2/consumer/blobs/upload")).status).toBe(500);
  });

  it("lets price queries alone, or everything but them, meet the fault where that is said", async () => {
    const { say } = await arm({ kind: "500", times: 2, match: { method: "POST", whatif: false } });
    const priced = `${workflows}?whatIf=True`;
    expect((await say("POST", priced, { body: { steps: [echo] } })).status).toBe(200);
    expect((await say("POST", workflows, { body: { steps: [echo] } })).status).toBe(500);
    await say("DELETE", faults);
    await say("POST", faults, { body: { kind: "500", match: { whatif: true } } });
    expect((await say("POST", workflows, { body: { steps: [echo] } })).status).toBe(202);
    expect((await say("POST", priced, { body: { steps: [echo] } })).status).toBe(500);
  });

  it("drops the connection before any work", async () => {
    const { say } = await arm({ kind: "drop" });
    await expect(say("POST", workflows, { body: { steps: [echo] } })).rejects.toBeInstanceOf(DroppedConnection);
    expect((await say("GET", workflows)).body.items).toEqual([]);
  });

  it("drops the connection after the work is stored; the same externalId finds it", async () => {
    const { say } = await arm({ kind: "drop-after-commit" });
    const body = { steps: [echo], externalId: "once" };
    await expect(say("POST", workflows, { body })).rejects.toBeInstanceOf(DroppedConnection);
    expect((await say("POST", workflows, { body })).status).toBe(200);
    expect((await say("GET", workflows)).body.items).toHaveLength(1);
  });

  it("hangs until the caller gives up", async () => {
    const { say } = await arm({ kind: "hang" });
    const caller = new AbortController();
    const answer = say("GET", workflows, { signal: caller.signal });
    const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 50, "still hanging"))]);
    expect(first).toBe("still hanging");
    caller.abort();
    await expect(answer).rejects.toBeInstanceOf(DroppedConnection);
  });

  it("lists what is armed, and disarms all", async () => {
    const { say } = await arm({ kind: "500", times: 3 });
    await say("GET", workflows);
    expect((await say("GET", faults)).body).toEqual({ faults: [{ kind: "500", times: 2 }] });
    expect((await say("DELETE", faults)).status).toBe(204);
    expect((await say("GET", workflows)).status).toBe(200);
  });
});
