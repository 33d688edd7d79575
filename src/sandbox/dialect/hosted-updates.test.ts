import { describe, expect, it } from "vitest";
import { echo, flux, type HttpTrial, httpTrial } from "../http/http-trial.ts";

/* Changes in the hosted dialect: they answer nothing, and less of a workflow can be changed. */

const workflows = "/v2/consumer/workflows";
const hosted = () => httpTrial({ dialect: "hosted" });
const patchType = { "Content-Type": "application/json-patch+json" };

async function withheld({ submit, pass, say }: HttpTrial, balances?: object): Promise<string> {
  const { id } = await submit({ steps: [flux("a figure [rated:x]")] });
  await pass(10);
  if (balances) await say("PUT", "/_sandbox/account/balances", { body: balances });
  return `${workflows}/${id}`;
}

describe("PUT /v2/consumer/workflows/{workflowId} in the hosted dialect (facts 1.5 #8)", () => {
  it("204: answers nothing; the workflow has changed", async () => {
    const { say, submit } = hosted();
    const { id } = await submit({ steps: [echo] });
    const put = await say("PUT", `${workflows}/${id}`, { body: { tags: ["spring"] } });
    expect(put).toMatchObject({ status: 204, body: "" });
    expect((await say("GET", `${workflows}/${id}`)).body.tags).toEqual(["spring"]);
  });

  it("204: knows no whatif: a release with it is a release", async () => {
    const trial = hosted();
    const path = await withheld(trial);
    expect((await trial.say("PUT", `${path}?whatif=true`, { body: { allowMatureContent: true } })).status).toBe(204);
    const { body } = await trial.say("GET", path);
    expect(body.allowMatureContent).toBe(true);
    expect(body.transactions.list).toMatchObject([
      { type: "debit", accountType: "blue", amount: 10 },
      { type: "credit", accountType: "blue", amount: 10 },
      { type: "debit", accountType: "yellow", amount: 10 },
    ]);
  });

  it("400: refuses a release that yellow does not pay, and changes nothing (facts 4)", async () => {
    const trial = hosted();
    const path = await withheld(trial, { yellow: 9 });
    const { status, body } = await trial.say("PUT", path, { body: { allowMatureContent: true } });
    expect(status).toBe(400);
    expect(Object.keys(body)).toEqual(["type", "title", "status", "detail"]);
    expect((await trial.say("GET", path)).body).toMatchObject({
      allowMatureContent: false,
      transactions: { list: [{}] },
    });
  });

  it("400: answers a late cancel so, as 409 is on no operation (facts 1.5 #30)", async () => {
    const { say, submit, pass } = hosted();
    const { id } = await submit({ steps: [echo] });
    await pass(5);
    const { status, body } = await say("PUT", `${workflows}/${id}`, { body: { status: "canceled" } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ status: 400, detail: expect.stringContaining("succeeded") });
  });
});

describe("PATCH /v2/consumer/workflows/{workflowId} in the hosted dialect", () => {
  it("204: cancels by replacing the status, and refunds (facts 1.1)", async () => {
    const { say, submit } = hosted();
    const { id } = await submit({ steps: [flux("a fox")] });
    const body = [{ op: "replace", path: "/status", value: "canceled" }];
    expect((await say("PATCH", `${workflows}/${id}`, { body, headers: patchType })).status).toBe(204);
    expect((await say("GET", `${workflows}/${id}`)).body).toMatchObject({
      status: "canceled",
      transactions: { list: [{ type: "debit" }, { type: "credit" }] },
    });
  });
});

describe("a step in the hosted dialect (facts 1.5 #9)", () => {
  const chain = [
    flux("a fox"),
    { $type: "imageUpscaler", name: "large", input: { image: { $ref: "$0", path: "output.images[0].url" } } },
  ];

  it("204: PUT replaces the metadata and drops an input", async () => {
    const { say, submit } = hosted();
    const { id, steps } = await submit({ steps: chain });
    const path = `${workflows}/${id}/steps/large`;
    const put = await say("PUT", path, { body: { metadata: { favourite: true }, input: { image: "other" } } });
    expect(put.status).toBe(204);
    expect([...put.headers.keys()].filter((name) => name.startsWith("x-sandbox"))).toEqual([]);
    const { body } = await say("GET", path);
    expect(body).toMatchObject({ metadata: { favourite: true }, input: steps[1].input });
  });

  it("400: PUT needs the metadata", async () => {
    const { say, submit } = hosted();
    const { id } = await submit({ steps: chain });
    const { status, body } = await say("PUT", `${workflows}/${id}/steps/large`, { body: { input: {} } });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toEqual(["metadata"]);
  });

  it("PATCH changes metadata (204) and no input (400)", async () => {
    const { say, submit } = hosted();
    const { id } = await submit({ steps: chain });
    const patch = (path: string) =>
      say("PATCH", `${workflows}/${id}/steps/large`, { body: [{ op: "add", path, value: 1 }], headers: patchType });
    expect((await patch("/metadata/rank")).status).toBe(204);
    expect((await patch("/input")).status).toBe(400);
    expect((await say("GET", `${workflows}/${id}/steps/large`)).body.metadata).toEqual({ rank: 1 });
  });
});
