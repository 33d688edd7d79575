import { describe, expect, it } from "vitest";
import { getWorkflow } from "./get.ts";
import { queryWorkflows } from "./query.ts";
import { quoteWorkflow } from "./quote.ts";
import { aTemplate, openView, sandboxForTests } from "./sandbox-for-tests.ts";
import { submitWorkflow } from "./submit.ts";

const anEcho = { steps: [{ $type: "echo", input: { message: "hello" } }] };
const fourPictures = {
  steps: [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: "a lighthouse", quantity: 4 } }],
};
const now = { ...openView, waitSeconds: 0 };

describe("submitWorkflow", () => {
  it("charges blue before green before yellow", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 15, green: 20, yellow: 100 } });
    const workflow = await sandbox.submit(fourPictures);
    expect(workflow.transactions?.list).toMatchObject([
      { type: "debit", accountType: "blue", amount: 15 },
      { type: "debit", accountType: "green", amount: 20 },
      { type: "debit", accountType: "yellow", amount: 5 },
    ]);
    expect(sandbox.balances()).toEqual({ blue: 0, green: 0, yellow: 95 });
  });

  it("charges only the listed currencies, in the listed order", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 100, green: 30, yellow: 100 } });
    await sandbox.submit({ ...fourPictures, currencies: ["green", "yellow"] });
    expect(sandbox.balances()).toEqual({ blue: 100, green: 0, yellow: 90 });
  });

  it("takes yellow only when mature content is allowed", async () => {
    const sandbox = sandboxForTests();
    const workflow = await sandbox.submit({ ...anEcho, allowMatureContent: true });
    expect(workflow.transactions?.list).toMatchObject([{ accountType: "yellow", amount: 10 }]);
  });

  it("refuses mature content when yellow is not among the currencies", async () => {
    const { services, account } = sandboxForTests();
    const template = aTemplate({ ...anEcho, allowMatureContent: true, currencies: ["blue", "green"] });
    expect(await submitWorkflow(services, account, template, now)).toMatchObject({ reason: "payment-impossible" });
  });

  it("resolves an unset allowMatureContent by what paid", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 10, green: 0, yellow: 100 } });
    expect((await sandbox.submit(anEcho)).allowMatureContent).toBe(false);
    expect((await sandbox.submit(anEcho)).allowMatureContent).toBe(true);
  });

  it("refuses a token without the mature permission that asks for mature content", async () => {
    const { services, account } = sandboxForTests({ permissions: { mature: false } });
    const template = aTemplate({ ...anEcho, allowMatureContent: true });
    expect(await submitWorkflow(services, account, template, now)).toMatchObject({ reason: "not-permitted" });
  });

  it("stores and charges nothing when the Buzz is short, and says what is missing", async () => {
    const { services, account, balances } = sandboxForTests({ balances: { blue: 1, green: 2, yellow: 3 } });
    const refused = await submitWorkflow(services, account, aTemplate(anEcho), now);
    expect(refused).toEqual({
      ok: false,
      reason: "insufficient-buzz",
      required: 10,
      available: { blue: 1, green: 2, yellow: 3 },
      missing: 4,
    });
    expect(balances()).toEqual({ blue: 1, green: 2, yellow: 3 });
    expect(queryWorkflows(services, account, {}, openView)).toMatchObject({ value: { items: [] } });
  });

  it("tells every field, whether the request named it or not", async () => {
    const workflow = await sandboxForTests().submit(anEcho);
    expect(workflow).toMatchObject({
      id: expect.stringMatching(/^wf_/),
      createdAt: "2026-01-01T00:00:00.000Z",
      status: "unassigned",
      steps: [{ $type: "echo", name: "$0", status: "unassigned", priority: "normal", retries: 0, metadata: {} }],
      tags: [],
      metadata: {},
      arguments: {},
      callbacks: [],
      tips: { civitai: 0, creators: 0 },
      cost: { base: 10, total: 10 },
      upgradeMode: "manual",
      currencies: ["blue", "green", "yellow"],
    });
  });

  it("adds tips as rates on the base, each rounded up", async () => {
    const workflow = await sandboxForTests().submit({ ...anEcho, tips: { civitai: 0.25, creators: 0.1 } });
    expect(workflow.cost).toMatchObject({ base: 10, tips: { civitai: 3, creators: 1 }, total: 14 });
  });

  it("answers an externalId that was used with the workflow that is there, and charges nothing", async () => {
    const { services, account, balances } = sandboxForTests();
    const template = aTemplate({ ...anEcho, externalId: "order-1" });
    const first = await submitWorkflow(services, account, template, now);
    const second = await submitWorkflow(services, account, template, now);
    if (!first.ok || !second.ok) throw new Error("Both are taken.");
    expect(second.value.existed).toBe(true);
    expect(second.value.workflow.id).toBe(first.value.workflow.id);
    expect(first.value.workflow.externalId).toBe(`${account.id}-order-1`);
    expect(balances().blue).toBe(490);
  });

  it("makes one workflow of many submits of one externalId at the same moment", async () => {
    const { services, account, balances } = sandboxForTests();
    const template = aTemplate({ ...anEcho, externalId: "order-1" });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => submitWorkflow(services, account, template, now)),
    );
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.workflow.id)).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.existed)).toHaveLength(1);
    expect(balances().blue).toBe(490);
  });

  it("never overdraws, however many submits come at once", async () => {
    const { services, account, balances } = sandboxForTests({ balances: { blue: 25, green: 25, yellow: 25 } });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => submitWorkflow(services, account, aTemplate(anEcho), now)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7);
    expect(balances()).toEqual({ blue: 0, green: 0, yellow: 5 });
  });

  it("waits for the end of the work when asked to", async () => {
    const { services, account, idle } = sandboxForTests();
    services.wake = () => void idle();
    const outcome = await submitWorkflow(services, account, aTemplate(anEcho), { ...openView, waitSeconds: 5 });
    expect(outcome).toMatchObject({
      value: { workflow: { status: "succeeded", steps: [{ output: { message: "hello" } }] } },
    });
  });

  it("hides an ephemeral workflow once it is over, and still answers who waited for it", async () => {
    const { services, account, idle } = sandboxForTests();
    services.wake = () => void idle();
    const template = aTemplate({ ...anEcho, ephemeral: true });
    const outcome = await submitWorkflow(services, account, template, { ...openView, waitSeconds: 5 });
    if (!outcome.ok) throw new Error("It is taken.");
    expect(outcome.value.workflow.status).toBe("succeeded");
    const id = outcome.value.workflow.id ?? "";
    expect(getWorkflow(services, account, id, openView)).toMatchObject({ reason: "not-found" });
    expect(queryWorkflows(services, account, {}, openView)).toMatchObject({ value: { items: [] } });
  });

  it("refuses an ephemeral workflow that nobody could ever read", async () => {
    const { services, account } = sandboxForTests();
    const template = aTemplate({ ...anEcho, ephemeral: true });
    expect(await submitWorkflow(services, account, template, now)).toMatchObject({
      errors: { ephemeral: [/callback/] },
    });
  });
});

describe("quoteWorkflow", () => {
  it("prices an ephemeral workflow without a callback or a wait: there is no result to be lost", async () => {
    const { services, account } = sandboxForTests();
    const quoted = await quoteWorkflow(services, account, aTemplate({ ...anEcho, ephemeral: true }), openView);
    expect(quoted).toMatchObject({ value: { workflow: { id: null, ephemeral: true, cost: { total: 10 } } } });
  });

  it("prices a body with one debit per currency and without an id", async () => {
    const { services, account, balances } = sandboxForTests({ balances: { blue: 30 } });
    const quoted = await quoteWorkflow(services, account, aTemplate(fourPictures), openView);
    expect(quoted).toMatchObject({
      value: {
        workflow: {
          id: null,
          status: "unassigned",
          cost: { total: 40 },
          transactions: {
            list: [
              { type: "debit", accountType: "blue", amount: 30 },
              { type: "debit", accountType: "green", amount: 10 },
            ],
            insufficientBuzz: false,
          },
        },
      },
    });
    expect(quoted.ok && quoted.value.workflow.transactions?.list?.every((one) => !("id" in one))).toBe(true);
    expect(balances().blue).toBe(30);
  });

  it("says insufficientBuzz where a submit is refused", async () => {
    const { services, account } = sandboxForTests({ balances: { blue: 0, green: 0, yellow: 9 } });
    expect(await quoteWorkflow(services, account, aTemplate(anEcho), openView)).toMatchObject({
      ok: true,
      value: { workflow: { transactions: { insufficientBuzz: true } } },
    });
  });

  it("does not claim the externalId", async () => {
    const { services, account } = sandboxForTests();
    const template = aTemplate({ ...anEcho, externalId: "order-1" });
    await quoteWorkflow(services, account, template, openView);
    expect(await submitWorkflow(services, account, template, now)).toMatchObject({ value: { existed: false } });
  });

  it("prices and submits at the same price", async () => {
    const sandbox = sandboxForTests();
    const quoted = await quoteWorkflow(sandbox.services, sandbox.account, aTemplate(fourPictures), openView);
    const submitted = await sandbox.submit(fourPictures);
    expect(quoted.ok && quoted.value.workflow.cost).toEqual(submitted.cost);
  });
});
