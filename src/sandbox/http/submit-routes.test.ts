import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "./http-trial.ts";

const workflows = "/v2/consumer/workflows";

describe("POST /v2/consumer/workflows", () => {
  const open = httpTrial;

  describe("200", () => {
    it("prices with whatif, stores nothing and holds nothing", async () => {
      const { say } = open();
      const quote = await say("POST", `${workflows}?whatif=true`, { body: { steps: [flux("a fox")] } });
      expect(quote.status).toBe(200);
      expect(quote.body).toMatchObject({ id: null, status: "unassigned", cost: { total: 10 } });
      expect(quote.body.transactions.list).toEqual([{ type: "debit", amount: 10, accountType: "blue" }]);
      expect((await say("GET", workflows)).body.items).toEqual([]);
      expect((await say("GET", "/_sandbox/account")).body.balances.blue).toBe(500);
    });

    it("says of a quote beyond the balance that the Buzz does not suffice", async () => {
      const { say } = open();
      await say("POST", "/_sandbox/accounts", {
        body: { token: "sandbox_poor", balances: { blue: 4, green: 0, yellow: 3 } },
      });
      const body = { steps: [flux("a fox")] };
      const quote = await say("POST", `${workflows}?whatif=true`, { token: "sandbox_poor", body });
      expect(quote.status).toBe(200);
      expect(quote.body.transactions.insufficientBuzz).toBe(true);
      expect(quote.headers.get("X-Civitai-Insufficient-Buzz")).toBe("true");
    });

    it("tells the price in headers, per currency", async () => {
      const { say } = open();
      await say("POST", "/_sandbox/accounts", {
        body: { token: "sandbox_split", balances: { blue: 3, green: 0, yellow: 50 } },
      });
      const body = { steps: [flux("a fox")] };
      const { headers } = await say("POST", `${workflows}?whatif=true`, { token: "sandbox_split", body });
      expect(headers.get("X-Civitai-Cost-Total")).toBe("10");
      expect(headers.get("X-Civitai-Cost-By-Currency")).toBe("yellow=7;blue=3");
      expect(headers.get("X-Civitai-Insufficient-Buzz")).toBe("false");
    });

    it("names the fields that no schema knows, wherever they stand", async () => {
      const { say } = open();
      const body = { colour: 1, steps: [{ ...flux("a fox", { shade: 2 }), extra: 3 }], metadata: { anything: "goes" } };
      const { headers } = await say("POST", `${workflows}?whatif=true`, { body });
      expect(headers.get("X-Sandbox-Dropped-Fields")).toBe("colour,steps[0].extra,steps[0].input.shade");
    });

    it("names all of 150 fields that no schema knows, and counts those of a thousand that find no room", async () => {
      const { say } = open();
      const dropped = async (count: number) => {
        const extra = Object.fromEntries(Array.from({ length: count }, (_, index) => [`extra${index}`, index]));
        const body = { steps: [flux("a fox", extra)] };
        return (await say("POST", `${workflows}?whatif=true`, { body })).headers.get("X-Sandbox-Dropped-Fields");
      };
      expect((await dropped(150))?.split(",")).toHaveLength(150);
      expect(await dropped(1000)).toMatch(/,steps\[0\]\.input\.extra\d+,and \d+ more$/);
    });

    it("takes choices however they are spelled, in the body, in a patch and in the query", async () => {
      const { say } = open();
      const body = { steps: [{ ...flux("a fox"), priority: "High" }], currencies: ["Green"], upgradeMode: "Automatic" };
      const { body: made } = await say("POST", workflows, { body });
      expect(made).toMatchObject({ currencies: ["green"], upgradeMode: "automatic", steps: [{ priority: "high" }] });
      const headers = { "Content-Type": "application/json-patch+json" };
      const patch = JSON.stringify([{ op: "replace", path: "/status", value: "Canceled" }]);
      expect((await say("PATCH", `${workflows}/${made.id}`, { body: patch, headers })).status).toBe(204);
      const { body: page } = await say("GET", `${workflows}?status=CANCELED`);
      expect(page.items).toMatchObject([{ id: made.id, status: "canceled" }]);
      expect((await say("GET", `${workflows}/${made.id}?until=Change`)).status).toBe(200);
    });

    it("answers the workflow that an externalId has made before, and charges once", async () => {
      const { say } = open();
      const body = { externalId: "order-7", steps: [flux("a fox")] };
      const [one, two] = await Promise.all([say("POST", workflows, { body }), say("POST", workflows, { body })]);
      expect([one.status, two.status].sort()).toEqual([200, 202]);
      expect(two.body.id).toBe(one.body.id);
      expect((await say("GET", "/_sandbox/account")).body.balances.blue).toBe(490);
    });

    it("waits for the end of work that takes no time", async () => {
      const { say, sandbox } = open();
      const answer = say("POST", `${workflows}?wait=30`, { body: { steps: [echo] } });
      await new Promise((resolve) => setImmediate(resolve));
      await sandbox.idle();
      expect(await answer).toMatchObject({ status: 200, body: { status: "succeeded" } });
    });
  });

  describe("202", () => {
    it("answers the whole workflow while it runs", async () => {
      const answer = await open().say("POST", workflows, { body: { steps: [flux("a fox")], tags: ["fox"] } });
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({
        tags: ["fox"],
        metadata: {},
        upgradeMode: "manual",
        allowMatureContent: false,
      });
      expect(answer.headers.get("Content-Type")).toBe("application/json");
    });

    it("stops to wait when the caller goes away", async () => {
      const { say } = open();
      const caller = new AbortController();
      const answer = say("POST", `${workflows}?wait=90`, { body: { steps: [flux("a fox")] }, signal: caller.signal });
      setTimeout(() => caller.abort(), 50);
      expect((await answer).status).toBe(202);
    });
  });

  describe("400", () => {
    it.each([
      ["a bad step field", { steps: [flux("a fox", { width: "wide" })] }, "steps[0].input.width"],
      ["an unknown step type", { steps: [{ $type: "teleport", input: {} }] }, "steps[0].$type"],
      ["a missing list of steps", {}, "steps"],
      ["a tag that is too long", { steps: [echo], tags: ["x".repeat(201)] }, "tags[0]"],
    ])("names the path of %s", async (_, body, path) => {
      const answer = await open().say("POST", workflows, { body });
      expect(answer.status).toBe(400);
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      expect(Object.keys(answer.body.errors)).toContain(path);
    });

    it("refuses a body that is no JSON", async () => {
      const headers = { "Content-Type": "application/json" };
      const answer = await open().say("POST", workflows, { body: '{"steps": [', headers });
      expect(answer).toMatchObject({ status: 400, body: { title: "Bad Request" } });
    });

    it("refuses a query that is not valid", async () => {
      const answer = await open().say("POST", `${workflows}?whatif=perhaps`, { body: { steps: [echo] } });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual(["whatif"]);
    });
  });

  describe("403", () => {
    it("refuses a submit beyond the balance, says what is missing, and stores nothing", async () => {
      const { say } = open();
      await say("POST", "/_sandbox/accounts", {
        body: { token: "sandbox_poor", balances: { blue: 4, green: 0, yellow: 3 } },
      });
      const answer = await say("POST", workflows, { token: "sandbox_poor", body: { steps: [flux("a fox")] } });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({
        title: "Insufficient Buzz",
        required: 10,
        available: { blue: 4, green: 0, yellow: 3 },
        missing: 3,
      });
      expect((await say("GET", workflows, { token: "sandbox_poor" })).body.items).toEqual([]);
    });

    it("refuses mature content where yellow may not pay", async () => {
      const body = { steps: [flux("a fox")], allowMatureContent: true, currencies: ["blue"] };
      expect((await open().say("POST", workflows, { body })).status).toBe(403);
    });

    it("refuses a token that may only read", async () => {
      const { say } = open();
      await say("POST", "/_sandbox/accounts", { body: { token: "sandbox_reader", permissions: { write: false } } });
      const answer = await say("POST", `${workflows}?whatif=true`, {
        token: "sandbox_reader",
        body: { steps: [echo] },
      });
      expect(answer.status).toBe(403);
    });
  });
});
