import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "./http-trial.ts";

const workflows = "/v2/consumer/workflows";

describe("the length of a body", () => {
  const short = () => httpTrial({ limits: { maxBodyBytes: 200 } });

  it("413: is refused above the limit, with the limit, whatever its Content-Length said", async () => {
    const body = JSON.stringify({ steps: [echo], metadata: { long: "x".repeat(200) } });
    for (const more of [[], [["Content-Length", "10"]]]) {
      const headers = { ...json, ...Object.fromEntries(more) };
      const answer = await short().say("POST", workflows, { body, headers });
      expect(answer.status).toBe(413);
      expect(answer.body.detail).toBe("The body has more than 200 bytes.");
    }
  });

  it("is counted in bytes, not in letters", async () => {
    const texts = ["x".repeat(100), "€".repeat(100)];
    const statuses = texts.map((message) =>
      short().say("POST", workflows, { body: { steps: [{ $type: "echo", input: { message } }] } }),
    );
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([202, 413]);
  });

  it("holds for recipes, patches and tags too", async () => {
    const long = "x".repeat(300);
    const { say, submit } = short();
    const { id } = await submit({ steps: [echo] });
    expect((await say("POST", "/v2/consumer/recipes/echo", { body: { message: long } })).status).toBe(413);
    expect((await say("PUT", `${workflows}/${id}`, { body: { metadata: { long } } })).status).toBe(413);
    expect((await say("POST", `${workflows}/${id}/tags`, { body: JSON.stringify(long), headers: json })).status).toBe(
      413,
    );
  });
});

const json = { "Content-Type": "application/json" };

describe("the depth of JSON", () => {
  it("400: is refused above the limit, with the limit", async () => {
    const { say } = httpTrial({ limits: { maxJsonDepth: 6 } });
    const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });
    const send = (levels: number) => say("POST", workflows, { body: { steps: [echo], metadata: nested(levels) } });
    expect((await send(4)).status).toBe(202);
    const refused = await send(5);
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain("more than 6 levels");
  });
});

describe("the number of steps", () => {
  const few = () => httpTrial({ limits: { maxSteps: 3 } });
  const steps = (count: number) => Array.from({ length: count }, () => flux("a fox"));

  it("400: is refused above the limit, names both numbers, and charges nothing", async () => {
    const { say } = few();
    expect((await say("POST", workflows, { body: { steps: steps(3) } })).status).toBe(202);
    const refused = await say("POST", workflows, { body: { steps: steps(4) } });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual({ steps: ["A workflow has at most 3 steps here; this one has 4."] });
    expect((await say("GET", "/_sandbox/account")).body.balances.blue).toBe(470);
  });

  it("400: is refused by a whatif as by a submit", async () => {
    expect((await few().say("POST", `${workflows}?whatif=true`, { body: { steps: steps(4) } })).status).toBe(400);
  });

  it("is 100 where nothing is set", async () => {
    const many = (count: number) => Array.from({ length: count }, () => echo);
    const statuses = [100, 101].map((count) => httpTrial().say("POST", workflows, { body: { steps: many(count) } }));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([202, 400]);
  });
});

describe("the wait", () => {
  it("takes any wait that an int32 holds", async () => {
    const { say } = httpTrial();
    const { id } = (await say("POST", workflows, { body: { steps: [echo], externalId: "one" } })).body;
    await say("PUT", `${workflows}/${id}`, { body: { status: "canceled" } });
    for (const wait of [60_000, 2_147_483_647]) {
      const again = await say("POST", `${workflows}?wait=${wait}`, { body: { steps: [echo], externalId: "one" } });
      expect(again.status).toBe(200);
      expect((await say("GET", `${workflows}/${id}?wait=${wait}`)).status).toBe(200);
      const recipe = `/v2/consumer/recipes/echo?whatif=true&wait=${wait}`;
      expect((await say("POST", recipe, { body: { message: "hello" } })).status).toBe(200);
    }
  });

  it("400: refuses what is no whole number of seconds", async () => {
    for (const wait of ["-1", "1.5", "long", "99999999999"]) {
      const refused = await httpTrial().say("POST", `${workflows}?wait=${wait}`, { body: { steps: [echo] } });
      expect(refused.body.errors).toHaveProperty("wait");
    }
  });
});

describe("the rate of requests", () => {
  it("429: tells in all of its headers what holds and when to come back, and keeps its word", async () => {
    const { say, clock } = httpTrial({ rateLimit: { perMinute: 6, burst: 2 } });
    const first = await say("GET", workflows);
    expect(first.headers.get("RateLimit-Policy")).toBe('"account";q=2;w=20');
    expect(first.headers.get("RateLimit")).toBe('"account";r=1;t=10');
    await say("GET", workflows);
    const refused = await say("GET", workflows);
    expect(refused.status).toBe(429);
    const waitSeconds = Number(refused.headers.get("Retry-After"));
    expect(waitSeconds).toBe(10);
    clock.advance(waitSeconds - 1);
    expect((await say("GET", workflows)).status).toBe(429);
    clock.advance(1);
    expect((await say("GET", workflows)).status).toBe(200);
  });

  it("counts what is refused as well, and neither the controls nor the links to files", async () => {
    const { say } = httpTrial({ rateLimit: { perMinute: 1, burst: 1 } });
    for (let asked = 0; asked < 3; asked += 1) expect((await say("GET", "/_sandbox/account")).status).toBe(200);
    expect((await say("POST", workflows, { body: {} })).status).toBe(400);
    expect((await say("GET", workflows)).status).toBe(429);
    expect((await say("GET", "/v2/consumer/blobs/none?sig=x&exp=1", { token: null })).status).not.toBe(429);
  });

  it("charges nothing for a submit that comes too often", async () => {
    const { say, submit } = httpTrial({ rateLimit: { perMinute: 1, burst: 1 } });
    await submit({ steps: [flux("a fox")] });
    expect((await say("POST", workflows, { body: { steps: [flux("a fox")] } })).status).toBe(429);
    expect((await say("GET", "/_sandbox/account")).body.balances.blue).toBe(490);
  });
});
