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

describe("GET /v2/consumer/workflows", () => {
  describe("200", () => {
    it("ANDs tags, ORs statuses and pages by cursor", async () => {
      const { say, submit, sandbox } = httpTrial();
      for (const tags of [["a"], ["a", "b"], ["a", "b"], ["b"]]) await submit({ steps: [echo], tags });
      await sandbox.idle();
      const path = `${workflows}?tags=a&tags=b&status=succeeded&status=failed&take=1`;
      const first = await say("GET", path);
      expect(first.body.items).toHaveLength(1);
      const second = await say("GET", `${path}&cursor=${first.body.next}`);
      expect(second.body.items).toHaveLength(1);
      expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
      expect(second.body).not.toHaveProperty("next");
    });

    it("hides mature links unless it is told not to, and passes over parameters that it does not know", async () => {
      const { say, submit, pass } = httpTrial();
      await submit({ steps: [flux("a fox [rated:x]")], allowMatureContent: true });
      await pass(10);
      const image = async (query: string) =>
        (await say("GET", `${workflows}?colour=red${query}`)).body.items[0].steps[0].output.images[0];
      expect(await image("")).not.toHaveProperty("url");
      expect(await image("&hideMatureContent=False")).toHaveProperty("url");
    });

    it("shows an account its own workflows only", async () => {
      const { say, submit } = httpTrial();
      await submit({ steps: [echo] });
      expect((await say("GET", workflows, { token: "sandbox_other" })).body.items).toEqual([]);
    });
  });

  describe("400", () => {
    it.each(["take=0", "take=1001", "status=done", "fromDate=yesterday", "cursor=nonsense"])(
      "refuses %s",
      async (query) => {
        expect((await httpTrial().say("GET", `${workflows}?${query}`)).status).toBe(400);
      },
    );
  });
});

describe("GET /v2/consumer/workflows/{workflowId}", () => {
  it("200: answers a workflow that is over, with links under the host that was asked", async () => {
    const { say, submit, pass } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox")] });
    await pass(10);
    const { status, body } = await say("GET", `http://sandbox.localhost:99${workflows}/${id}`);
    expect(status).toBe(200);
    const [image] = body.steps[0].output.images;
    expect(image.url).toMatch(/^http:\/\/sandbox\.localhost:99\/v2\/consumer\/blobs\/.+\.jpeg\?sig=/);
    expect(image.urlExpiresAt).toBe("2026-11-24T10:15:00.000Z");
  });

  it("202: answers at the next change with until=change", async () => {
    const { say, submit, clock, sandbox } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox")] });
    const answer = say("GET", `${workflows}/${id}?wait=60&until=change`);
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(1);
    await sandbox.idle();
    expect((await answer).status).toBe(202);
  });

  it("404: knows no workflow of another account", async () => {
    const { say, submit } = httpTrial();
    const { id } = await submit({ steps: [echo] });
    const answer = await say("GET", `${workflows}/${id}`, { token: "sandbox_other" });
    expect(answer).toMatchObject({ status: 404, body: { title: "Not Found", status: 404 } });
  });
});

describe("PUT /v2/consumer/workflows/{workflowId}", () => {
  const withheld = async (balances: object) => {
    const trial = httpTrial();
    await trial.say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", balances } });
    const { id } = await trial.submit({ steps: [flux("a fox [rated:x]")] });
    await trial.pass(10);
    return { ...trial, path: `${workflows}/${id}` };
  };

  it("200: releases, and the answer carries links and the swap", async () => {
    const { say, path } = await withheld({ blue: 10, green: 0, yellow: 10 });
    const answer = await say("PUT", path, { body: { allowMatureContent: true } });
    expect(answer.status).toBe(200);
    expect(answer.body.steps[0].output.images[0]).toMatchObject({ available: true, nsfwLevel: "x" });
    expect((await say("GET", "/_sandbox/account")).body.balances).toEqual({ blue: 10, green: 0, yellow: 0 });
  });

  it("200: with whatif, tells what would be and changes nothing", async () => {
    const { say, path } = await withheld({ blue: 10, green: 0, yellow: 10 });
    const answer = await say("PUT", `${path}?whatif=true`, { body: { allowMatureContent: true } });
    expect(answer.body.allowMatureContent).toBe(true);
    expect((await say("GET", path)).body.allowMatureContent).toBe(false);
  });

  it("400: refuses a release that yellow does not cover, and says what is missing", async () => {
    const { say, path } = await withheld({ blue: 10, green: 0, yellow: 9 });
    const answer = await say("PUT", path, { body: { allowMatureContent: true } });
    expect(answer).toMatchObject({ status: 400, body: { title: "Insufficient Buzz", required: 10, missing: 1 } });
  });

  it("400: names a member that can't be set so", async () => {
    const { say, path } = await withheld({ blue: 10 });
    const answer = await say("PUT", path, { body: { status: "succeeded" } });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(["status"]);
  });

  it("403: refuses a release by a token without mature", async () => {
    const { say, submit, pass } = httpTrial();
    await say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", permissions: { mature: false } } });
    const { id } = await submit({ steps: [flux("a fox [rated:x]")] });
    await pass(10);
    expect((await say("PUT", `${workflows}/${id}`, { body: { allowMatureContent: true } })).status).toBe(403);
  });

  it("404: knows no such workflow", async () => {
    expect((await httpTrial().say("PUT", `${workflows}/wf_none`, { body: {} })).status).toBe(404);
  });

  it("409: can't cancel what is over", async () => {
    const { say, path } = await withheld({ blue: 10 });
    expect((await say("PUT", path, { body: { status: "canceled" } })).status).toBe(409);
  });
});

describe("PATCH /v2/consumer/workflows/{workflowId}", () => {
  const opened = async () => {
    const trial = httpTrial();
    const { id } = await trial.submit({ steps: [flux("a fox")], tags: ["a"] });
    return { ...trial, path: `${workflows}/${id}` };
  };

  it("204: does all operations of a JSON Patch", async () => {
    const { say, path } = await opened();
    const body = [
      { op: "add", path: "/metadata/project", value: "spring" },
      { op: "add", path: "/tags/-", value: "b" },
    ];
    const headers = { "Content-Type": "application/json-patch+json" };
    expect((await say("PATCH", path, { body, headers })).status).toBe(204);
    expect((await say("GET", path)).body).toMatchObject({ metadata: { project: "spring" }, tags: ["a", "b"] });
  });

  it("400: does none when one of them fails", async () => {
    const { say, path } = await opened();
    const body = [
      { op: "add", path: "/tags/-", value: "b" },
      { op: "test", path: "/tags/0", value: "z" },
    ];
    expect((await say("PATCH", path, { body })).status).toBe(400);
    expect((await say("GET", path)).body.tags).toEqual(["a"]);
  });

  it("409: can't cancel what is canceled already", async () => {
    const { say, path } = await opened();
    const body = [{ op: "replace", path: "/status", value: "canceled" }];
    expect((await say("PATCH", path, { body })).status).toBe(204);
    expect((await say("PATCH", path, { body })).status).toBe(409);
  });

  it.each([
    ["/status", "unassigned"],
    ["/allowMatureContent", false],
  ])("400: refuses to set %s to %j, although it is so", async (member, value) => {
    const { say, path } = await opened();
    expect((await say("PATCH", path, { body: [{ op: "test", path: member, value }] })).status).toBe(204);
    expect((await say("PATCH", path, { body: [{ op: "replace", path: member, value }] })).status).toBe(400);
  });

  it.each(["/cost", "/constructor"])("400: says that %s is no member that it changes", async (member) => {
    const { say, path } = await opened();
    const refused = await say("PATCH", path, { body: [{ op: "add", path: member, value: 1 }] });
    expect(refused.body).toMatchObject({ status: 400, errors: { [member.slice(1)]: [expect.any(String)] } });
  });

  it("404: knows no such workflow", async () => {
    const body = [{ op: "add", path: "/tags/-", value: "b" }];
    expect((await httpTrial().say("PATCH", `${workflows}/wf_none`, { body })).status).toBe(404);
  });
});

describe("DELETE /v2/consumer/workflows/{workflowId}", () => {
  it("204: refunds what is live and removes it; then 404", async () => {
    const { say, submit } = httpTrial();
    const { id } = await submit({ steps: [flux("a fox")] });
    expect((await say("DELETE", `${workflows}/${id}`)).status).toBe(204);
    expect((await say("GET", `${workflows}/${id}`)).status).toBe(404);
    expect((await say("DELETE", `${workflows}/${id}`)).status).toBe(404);
    expect((await say("GET", "/_sandbox/account")).body.balances.blue).toBe(500);
  });
});
