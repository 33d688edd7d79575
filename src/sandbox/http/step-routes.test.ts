import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "./http-trial.ts";

/** A picture, and a second one that waits for it and can still be edited. */
async function opened(balances: object = {}) {
  const trial = httpTrial();
  await trial.say("POST", "/_sandbox/accounts", { body: { token: "sandbox_trial", balances } });
  const first = { ...flux("a fox"), name: "first" };
  const second = {
    $type: "convertImage",
    name: "second",
    input: { image: { $ref: "first", path: "output.images[0].url" }, output: { format: "png" } },
  };
  const { id } = await trial.submit({ steps: [first, second] });
  return { ...trial, path: `/v2/consumer/workflows/${id}/steps` };
}

describe("GET /v2/consumer/workflows/{workflowId}/steps/{stepName}", () => {
  it("200: answers one step", async () => {
    const { say, path } = await opened();
    expect((await say("GET", `${path}/second`)).body).toMatchObject({
      name: "second",
      $type: "convertImage",
      status: "unassigned",
    });
  });

  it.each(["my step", "a.b/c", "Größe: 50 %", "$hero"])(
    "200: answers a step named %s, which others refer to",
    async (name) => {
      const { say, submit } = httpTrial();
      const other = { $type: "echo", input: { message: { $ref: `${name}.output.message` } } };
      const { id } = await submit({ steps: [{ ...echo, name }, other] });
      const path = `/v2/consumer/workflows/${id}/steps/${encodeURIComponent(name)}`;
      expect((await say("GET", path)).body).toMatchObject({ name });
    },
  );

  it.each(["", "  ", "a\nb", "x".repeat(129)])("400: takes no step named %j", async (name) => {
    const { say } = httpTrial();
    const refused = await say("POST", "/v2/consumer/workflows", { body: { steps: [{ ...echo, name }] } });
    expect(Object.keys(refused.body.errors)).toEqual(["steps[0].name"]);
  });

  it("404: knows no such step", async () => {
    const { say, path } = await opened();
    expect((await say("GET", `${path}/third`)).status).toBe(404);
  });
});

describe("PUT /v2/consumer/workflows/{workflowId}/steps/{stepName}", () => {
  it("204: replaces metadata, and the input while the step waits", async () => {
    const { say, path } = await opened();
    const body = {
      metadata: { note: "smaller" },
      input: { image: { $ref: "first", path: "output.images[0].url" }, output: { format: "webp" } },
    };
    expect((await say("PUT", `${path}/second`, { body })).status).toBe(204);
    const step = (await say("GET", `${path}/second`)).body;
    expect(step).toMatchObject({ metadata: { note: "smaller" }, input: { output: { format: "webp" } } });
  });

  it("204: names the fields of a new input that no schema knows, by PATCH too", async () => {
    const { say, path } = await opened();
    const input = {
      image: { $ref: "first", path: "output.images[0].url" },
      output: { format: "webp", shade: 1 },
      hue: 2,
    };
    const put = await say("PUT", `${path}/second`, { body: { input, note: 3 } });
    expect(put.headers.get("X-Sandbox-Dropped-Fields")).toBe("note,input.output.shade,input.hue");
    const patch = await say("PATCH", `${path}/second`, { body: [{ op: "add", path: "/input/tint", value: 4 }] });
    expect(patch.headers.get("X-Sandbox-Dropped-Fields")).toBe("input.tint");
    expect((await say("GET", `${path}/second`)).body.input).not.toHaveProperty("tint");
  });

  it("400: names the path of a bad input", async () => {
    const { say, path } = await opened();
    const answer = await say("PUT", `${path}/second`, { body: { input: { output: { format: "bmp" } } } });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toContain("input.image");
  });

  it("409: lets an input stand once the step has begun", async () => {
    const { say, path, pass } = await opened();
    await pass(10);
    expect((await say("PUT", `${path}/first`, { body: { input: flux("a wolf").input } })).status).toBe(409);
  });
});

describe("PATCH /v2/consumer/workflows/{workflowId}/steps/{stepName}", () => {
  it("204: changes a part of the input", async () => {
    const { say, path } = await opened();
    const body = [{ op: "replace", path: "/input/output/format", value: "webp" }];
    expect((await say("PATCH", `${path}/second`, { body })).status).toBe(204);
    expect((await say("GET", `${path}/second`)).body.input.output.format).toBe("webp");
  });

  it("400: does not take away the input that a step needs, and changes nothing", async () => {
    const { say, path } = await opened();
    const before = (await say("GET", `${path}/second`)).body;
    const body = [
      { op: "add", path: "/metadata/seen", value: true },
      { op: "remove", path: "/input" },
    ];
    const answer = await say("PATCH", `${path}/second`, { body });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(["input"]);
    expect((await say("GET", `${path}/second`)).body).toEqual(before);
  });

  it("400: refuses a path that is not there", async () => {
    const { say, path } = await opened();
    expect((await say("PATCH", `${path}/second`, { body: [{ op: "remove", path: "/input/none" }] })).status).toBe(400);
  });
});
