import { describe, expect, it } from "vitest";
import { valueAt } from "#contract/reference.ts";
import type { Workflow } from "#contract/workflow.ts";
import { isReleasable, releasableBlobs, workflowSchema } from "#contract/workflow.ts";
import { getWorkflow } from "../workflows/get.ts";
import { patchWorkflow } from "../workflows/patch.ts";
import { openView, sandboxForTests, type TestSandbox } from "../workflows/sandbox-for-tests.ts";
import { updateWorkflow } from "../workflows/update.ts";

const picture = (prompt: string, more: object = {}) => ({
  $type: "imageGen",
  name: "hero",
  input: { engine: "flux", prompt, ...more },
});
const needsIt = { $type: "echo", name: "after", input: { message: { $ref: "hero", path: "output.images[0].url" } } };

async function run(body: object, balances = { blue: 10, green: 5, yellow: 100 }) {
  const sandbox = sandboxForTests({ balances });
  const { id } = await sandbox.submit(body);
  await sandbox.pass(100);
  return { sandbox, id: id ?? "", workflow: read(sandbox, id) };
}

function read(sandbox: TestSandbox, id: string | null | undefined, hideMatureContent = false): Workflow {
  const got = getWorkflow(sandbox.services, sandbox.account, id ?? "", { ...openView, hideMatureContent });
  if (!got.ok) throw new Error(`Refused: ${got.reason}`);
  return workflowSchema.parse(got.value.workflow);
}

const update = (sandbox: TestSandbox, id: string, whatif = false) =>
  updateWorkflow(sandbox.services, sandbox.account, id, { allowMatureContent: true }, { ...openView, whatif });

const firstImage = (workflow: Workflow) => valueAt(workflow.steps[0]?.output, ["images", 0]);

describe("manual upgrade", () => {
  it("withholds mature output of a workflow that is safe for work", async () => {
    const { workflow } = await run({ steps: [picture("a fox [rated:x]")] });
    expect(workflow).toMatchObject({ status: "succeeded", allowMatureContent: false });
    expect(firstImage(workflow)).toMatchObject({ available: false, nsfwLevel: "x", blockedReason: "MatureContent" });
    expect(firstImage(workflow)).not.toHaveProperty("url");
    expect(isReleasable(workflow)).toBe(true);
  });

  it("lets a step that needs a withheld file wait, so that the workflow stays processing", async () => {
    const { workflow } = await run(
      { steps: [picture("a fox [rated:x]"), needsIt] },
      { blue: 50, green: 0, yellow: 100 },
    );
    expect(workflow.status).toBe("processing");
    expect(workflow.steps.map(({ status }) => status)).toEqual(["succeeded", "unassigned"]);
  });

  it("refuses, and changes nothing, when yellow is short by 1", async () => {
    const { sandbox, id, workflow } = await run(
      { steps: [picture("a fox [rated:x]")] },
      { blue: 10, green: 0, yellow: 9 },
    );
    expect(await update(sandbox, id)).toEqual({
      ok: false,
      reason: "insufficient-buzz",
      required: 10,
      available: { yellow: 9 },
      missing: 1,
    });
    expect(read(sandbox, id)).toEqual(workflow);
    expect(sandbox.balances()).toEqual({ blue: 0, green: 0, yellow: 9 });
  });

  it("credits blue and green and debits their sum in yellow, frees the files and lets waiting steps run", async () => {
    const { sandbox, id } = await run(
      { steps: [picture("a fox [rated:x]"), needsIt] },
      { blue: 12, green: 20, yellow: 100 },
    );
    const released = await update(sandbox, id);
    expect(released).toMatchObject({ ok: true, value: { workflow: { allowMatureContent: true } } });
    await sandbox.pass(1);
    const workflow = read(sandbox, id);
    expect(workflow.status).toBe("succeeded");
    expect(firstImage(workflow)).toMatchObject({ available: true, url: expect.any(String), nsfwLevel: "x" });
    expect(sandbox.balances()).toEqual({ blue: 12, green: 20, yellow: 80 });
    expect(workflow.transactions?.list).toMatchObject([
      { type: "debit", accountType: "blue", amount: 12 },
      { type: "debit", accountType: "green", amount: 8 },
      { type: "credit", accountType: "blue", amount: 12 },
      { type: "credit", accountType: "green", amount: 8 },
      { type: "debit", accountType: "yellow", amount: 20 },
    ]);
  });

  it("releases by JSON Patch as by PUT, and twice is once", async () => {
    const { sandbox, id } = await run({ steps: [picture("a fox [rated:x]")] });
    const patch = [{ op: "replace", path: "/allowMatureContent", value: true }] as const;
    const outcomes = await Promise.all([
      patchWorkflow(sandbox.services, sandbox.account, id, [...patch]),
      update(sandbox, id),
      patchWorkflow(sandbox.services, sandbox.account, id, [...patch]),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(sandbox.balances()).toEqual({ blue: 10, green: 5, yellow: 90 });
  });

  it("tells by whatif what a release would be, and changes nothing", async () => {
    const { sandbox, id, workflow } = await run({ steps: [picture("a fox [rated:x]")] });
    const whatif = await update(sandbox, id, true);
    expect(whatif).toMatchObject({ ok: true, value: { workflow: { allowMatureContent: true } } });
    const list = whatif.ok ? whatif.value.workflow.transactions?.list : [];
    expect(list).toEqual([
      { type: "debit", accountType: "blue", amount: 10, id: expect.any(String) },
      { type: "credit", accountType: "blue", amount: 10 },
      { type: "debit", accountType: "yellow", amount: 10 },
    ]);
    expect(read(sandbox, id)).toEqual(workflow);
    expect(sandbox.balances()).toEqual({ blue: 0, green: 5, yellow: 100 });
  });

  it("is not stopped by the currencies of the workflow", async () => {
    const { sandbox, id } = await run({ steps: [picture("a fox [rated:r]")], currencies: ["blue"] });
    expect(await update(sandbox, id)).toMatchObject({ ok: true });
  });

  it("releases whatever the upgradeMode", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 10, green: 0, yellow: 100 } });
    const { id } = await sandbox.submit({ steps: [picture("a fox [rated:x]")], upgradeMode: "automatic" });
    expect(await update(sandbox, id ?? "")).toMatchObject({ ok: true });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 0, yellow: 90 });
    await sandbox.pass(100);
    expect(firstImage(read(sandbox, id))).toMatchObject({ available: true, url: expect.any(String) });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 0, yellow: 90 });
  });

  it("is refused to a token without the mature permission", async () => {
    const sandbox = sandboxForTests({ permissions: { mature: false } });
    const { id } = await sandbox.submit({ steps: [picture("a fox [rated:x]")] });
    expect(await update(sandbox, id ?? "")).toMatchObject({ reason: "not-permitted" });
  });
});

describe("automatic upgrade", () => {
  const automatic = { steps: [picture("a fox [rated:x]")], upgradeMode: "automatic" };

  it("swaps the payment at once and delivers", async () => {
    const { sandbox, workflow } = await run(automatic);
    expect(workflow).toMatchObject({ status: "succeeded", allowMatureContent: true });
    expect(firstImage(workflow)).toMatchObject({ available: true, url: expect.any(String) });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 5, yellow: 90 });
  });

  it("takes yellow for what is delivered, and gives the rest back to what has paid", async () => {
    const partial = { steps: [picture("a fox [rated:x] [partial]", { quantity: 4 })], upgradeMode: "automatic" };
    const { sandbox, workflow } = await run(partial, { blue: 40, green: 0, yellow: 30 });
    expect(workflow).toMatchObject({ status: "succeeded", allowMatureContent: true, cost: { total: 30 } });
    expect(sandbox.balances()).toEqual({ blue: 40, green: 0, yellow: 0 });
    expect(workflow.transactions?.list).toMatchObject([
      { type: "debit", accountType: "blue", amount: 40 },
      { type: "credit", accountType: "blue", amount: 10 },
      { type: "credit", accountType: "blue", amount: 30 },
      { type: "debit", accountType: "yellow", amount: 30 },
    ]);
  });

  it("counts the yellow that comes back for what is not delivered", async () => {
    const partial = { steps: [picture("a fox [rated:x] [partial]", { quantity: 4 })], upgradeMode: "automatic" };
    const { sandbox, workflow } = await run(partial, { blue: 10, green: 0, yellow: 30 });
    expect(workflow).toMatchObject({ status: "succeeded", cost: { total: 30 } });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 0, yellow: 0 });
  });

  it("brings a token without the mature permission nothing: the file is withheld, and no yellow moves", async () => {
    const sandbox = sandboxForTests({ permissions: { mature: false } });
    const { id } = await sandbox.submit(automatic);
    await sandbox.pass(100);
    const workflow = read(sandbox, id);
    expect(workflow).toMatchObject({ status: "succeeded", allowMatureContent: false });
    expect(firstImage(workflow)).toMatchObject({ available: false, blockedReason: "MatureContent" });
    expect(sandbox.balances()).toEqual({ blue: 490, green: 1000, yellow: 2000 });
  });

  it("fails and is refunded when yellow is short", async () => {
    const { sandbox, workflow } = await run(automatic, { blue: 10, green: 5, yellow: 9 });
    expect(workflow).toMatchObject({ status: "failed", steps: [{ reason: expect.stringContaining("yellow") }] });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 5, yellow: 9 });
  });
});

describe("a workflow that allows mature content", () => {
  it("delivers it, paid in yellow", async () => {
    const { sandbox, workflow } = await run({ steps: [picture("a fox [rated:x]")], allowMatureContent: true });
    expect(firstImage(workflow)).toMatchObject({ available: true, url: expect.any(String) });
    expect(sandbox.balances()).toEqual({ blue: 10, green: 5, yellow: 90 });
  });

  it("shows no urls of mature files to who hides them; id, availability and rating stay", async () => {
    const { sandbox, id } = await run({
      steps: [picture("a fox [rated:x]"), needsIt],
      allowMatureContent: true,
    });
    const hidden = read(sandbox, id, true);
    expect(firstImage(hidden)).toMatchObject({ id: expect.any(String), available: true, nsfwLevel: "x" });
    expect(JSON.stringify(hidden)).not.toContain("https://host.test");
  });
});

describe("a blocked file", () => {
  it("carries its reason and no url, is refunded, and stays blocked after a release", async () => {
    const { sandbox, id, workflow } = await run({ steps: [picture("a fox [rated:x] [blocked:Copyright]")] });
    expect(workflow).toMatchObject({ status: "succeeded", cost: { total: 0 } });
    expect(firstImage(workflow)).toMatchObject({ available: false, blockedReason: "Copyright" });
    expect(sandbox.balances().blue).toBe(10);
    expect(releasableBlobs(workflow)).toEqual([]);
    await update(sandbox, id);
    expect(firstImage(read(sandbox, id))).toMatchObject({ available: false, blockedReason: "Copyright" });
  });
});

describe("a step that works on a mature file", () => {
  it("inherits its rating", async () => {
    const follow = {
      $type: "imageGen",
      name: "edit",
      input: {
        engine: "flux2",
        model: "klein",
        operation: "editImage",
        prompt: "brighter",
        images: [{ $ref: "hero", path: "output.images[0].url" }],
      },
    };
    const { workflow } = await run({ steps: [picture("a fox [rated:r]"), follow], allowMatureContent: true });
    expect(valueAt(workflow.steps[1]?.output, ["images", 0, "nsfwLevel"])).toBe("r");
  });
});
