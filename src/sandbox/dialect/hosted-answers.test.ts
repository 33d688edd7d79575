import { describe, expect, it } from "vitest";
import { echo, flux, httpTrial } from "../http/http-trial.ts";

/* Workflows as the hosted dialect tells them: ids, members that are absent, what is echoed. */

const workflows = "/v2/consumer/workflows";
const hosted = () => httpTrial({ dialect: "hosted" });

/** The paths of every null in an answer. */
function nullsIn(value: unknown, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => nullsIn(member, `${path}/${key}`));
}

describe("an id in the hosted dialect (facts 1.5 #18)", () => {
  it("is the user and the instant, to the millisecond", async () => {
    const { id } = await hosted().submit({ steps: [echo] });
    expect(id).toMatch(/^\d{7}-20261124100000000$/);
  });

  it("is the account's own also within a millisecond, and is not given again after a delete", async () => {
    const { submit, say } = hosted();
    const first = (await submit({ steps: [echo] })).id;
    await say("DELETE", `${workflows}/${first}`);
    const others = [await submit({ steps: [echo] }), await submit({ steps: [echo] })];
    const foreign = await submit({ steps: [echo] }, { token: "sandbox_other" });
    expect(new Set([first, foreign.id, ...others.map(({ id }) => id)]).size).toBe(4);
  });

  it("of a job is the item and a UUID, and its file names it", async () => {
    const { submit, say, pass } = hosted();
    const { id } = await submit({ steps: [flux("a fox", { quantity: 2 })] });
    await pass(10);
    const [{ jobs, output }] = (await say("GET", `${workflows}/${id}`)).body.steps;
    const ids = jobs.map((job: { id: string }) => job.id);
    expect(ids).toEqual(
      [0, 1].map((item) => expect.stringMatching(new RegExp(`^${item}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`))),
    );
    expect(output.images.map((image: { jobId: string }) => image.jobId)).toEqual(ids);
  });

  it("of a blob has 26 characters and the extension", async () => {
    const { submit, say, pass } = hosted();
    const { id } = await submit({ steps: [flux("a fox")] });
    await pass(10);
    const { body } = await say("GET", `${workflows}/${id}`);
    expect(body.steps[0].output.images[0].id).toMatch(/^[0-9A-Z]{26}\.jpeg$/);
  });
});

describe("a workflow in the hosted dialect", () => {
  it("has no member that is null, while it runs and when it is over (facts 2.2)", async () => {
    const { submit, say, pass } = hosted();
    const { id } = await submit({ steps: [flux("a fox")] });
    await pass(2);
    const running = (await say("GET", `${workflows}/${id}`)).body;
    expect(running.steps[0].estimatedProgressRate).toBeGreaterThanOrEqual(0);
    await pass(10);
    const over = (await say("GET", `${workflows}/${id}`)).body;
    expect([running, over].flatMap((one) => nullsIn(one))).toEqual([]);
    expect(over.steps[0]).not.toHaveProperty("estimatedProgressRate");
  });

  it("keeps the nulls that the caller wrote", async () => {
    const { metadata } = await hosted().submit({ steps: [echo], metadata: { project: null } });
    expect(metadata).toEqual({ project: null });
  });

  it("echoes the externalId with the user before it, and answers the same one again (facts 1.5 #27)", async () => {
    const { submit, say } = hosted();
    const body = { steps: [echo], externalId: "batch-1" };
    const { id, externalId } = await submit(body);
    expect(externalId).toBe(`${id.split("-")[0]}-batch-1`);
    const again = await say("POST", workflows, { body });
    expect(again).toMatchObject({ status: 200, body: { id } });
  });

  it("echoes a timeout as a TimeSpan (facts 1.5 #20)", async () => {
    const { submit, say } = hosted();
    const { steps } = await submit({ steps: [{ ...echo, timeout: "00:10:00" }] });
    expect(steps[0].timeout).toBe("00:10:00");
    expect((await say("POST", workflows, { body: { steps: [{ ...echo, timeout: "PT10M" }] } })).status).toBe(400);
  });

  it("takes fakeRed among currencies, which pays nothing, and not alone (facts 2.1)", async () => {
    const { submit, say } = hosted();
    const { currencies, transactions } = await submit({ steps: [echo], currencies: ["fakeRed", "green"] });
    expect(currencies).toEqual(["green"]);
    expect(transactions.list).toMatchObject([{ type: "debit", accountType: "green", amount: 10 }]);
    const alone = await say("POST", workflows, { body: { steps: [echo], currencies: ["fakeRed"] } });
    expect(alone.status).toBe(400);
    expect(Object.keys(alone.body.errors)).toEqual(["currencies[0]"]);
  });
});

describe("a whatif in the hosted dialect (facts 1.5 #37, 3.2)", () => {
  it("has no id, is unassigned, fills defaults in and is ready to start", async () => {
    const { body, headers } = await hosted().say("POST", `${workflows}?whatif=true`, {
      body: { steps: [flux("a fox")] },
    });
    expect(body).not.toHaveProperty("id");
    expect(nullsIn(body)).toEqual([]);
    expect(body).toMatchObject({
      status: "unassigned",
      cost: { total: 10 },
      transactions: { list: [{ type: "debit", amount: 10, accountType: "blue" }], insufficientBuzz: false },
      steps: [{ input: { quantity: 1 }, jobs: [{ queuePosition: { support: "available" } }] }],
    });
    expect(headers.get("X-Civitai-Cost-Total")).toBe("10");
  });

  it("is in no list, and claims no externalId (facts 1.5 #26)", async () => {
    const { say, submit } = hosted();
    const body = { steps: [echo], externalId: "batch-1" };
    await say("POST", `${workflows}?whatif=true`, { body });
    expect((await say("GET", workflows)).body.items).toEqual([]);
    expect((await submit(body)).transactions.list).toHaveLength(1);
  });

  it("tells a shortfall in the body and the headers, with 200", async () => {
    const { say, submit } = hosted();
    await submit({ steps: [flux("a fox", { quantity: 1 })] });
    await say("PUT", "/_sandbox/account/balances", { body: { blue: 0, green: 0, yellow: 0 } });
    const { status, body, headers } = await say("POST", `${workflows}?whatif=true`, { body: { steps: [echo] } });
    expect(status).toBe(200);
    expect(body.transactions.insufficientBuzz).toBe(true);
    expect(headers.get("X-Civitai-Insufficient-Buzz")).toBe("true");
  });
});
