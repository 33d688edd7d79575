import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "./http-trial.ts";

const workflows = "/v2/consumer/workflows";

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

  it("204: keeps a member named __proto__ like any other, as POST and PUT do", async () => {
    const { say, submit } = httpTrial();
    const metadata = JSON.parse('{"__proto__": {"a": 1}, "b": 2}');
    const { id } = await submit({ steps: [echo], metadata });
    const path = `${workflows}/${id}`;
    const written = async () => JSON.stringify((await say("GET", path)).body.metadata);
    expect(await written()).toBe('{"__proto__":{"a":1},"b":2}');
    const body = [{ op: "add", path: "/metadata/__proto__", value: { a: 3 } }];
    expect((await say("PATCH", path, { body })).status).toBe(204);
    expect(await written()).toBe('{"__proto__":{"a":3},"b":2}');
    await say("PUT", path, { body: { metadata } });
    expect(await written()).toBe('{"__proto__":{"a":1},"b":2}');
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
