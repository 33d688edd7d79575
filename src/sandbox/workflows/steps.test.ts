import { describe, expect, it } from "vitest";
import { getWorkflow } from "./get.ts";
import { openView, sandboxForTests } from "./sandbox-for-tests.ts";
import { getStep, patchStep, updateStep } from "./steps.ts";
import { updateWorkflow } from "./update.ts";

const picture = (quantity: number) => ({ engine: "flux", prompt: "a fox", quantity });

async function aStep(balances = { blue: 25, green: 10, yellow: 0 }) {
  const sandbox = sandboxForTests({ balances });
  const { services, account } = sandbox;
  const { id } = await sandbox.submit({ steps: [{ $type: "imageGen", name: "hero", input: picture(2) }] });
  const key = id ?? "";
  return {
    ...sandbox,
    update: (update: object) => updateStep(services, account, key, "hero", update),
    patch: (patch: Parameters<typeof patchStep>[4]) => patchStep(services, account, key, "hero", patch),
    step() {
      const got = getStep(services, account, key, "hero", openView);
      return got.ok ? got.value : got;
    },
    cost() {
      const got = getWorkflow(services, account, key, openView);
      return got.ok ? got.value.workflow.cost?.total : undefined;
    },
    missing: () => getStep(services, account, key, "nobody", openView),
  };
}

describe("a step", () => {
  it("is found by its name", async () => {
    const { step, missing } = await aStep();
    expect(step()).toMatchObject({ name: "hero", $type: "imageGen" });
    expect(missing()).toMatchObject({ reason: "not-found" });
  });

  it("takes metadata at any time", async () => {
    const { pass, update, patch, step } = await aStep();
    await pass(10);
    expect((await update({ metadata: { favourite: true } })).ok).toBe(true);
    expect((await patch([{ op: "add", path: "/metadata/note", value: "good" }])).ok).toBe(true);
    expect(step()).toMatchObject({ status: "succeeded", metadata: { favourite: true, note: "good" } });
  });

  it("takes a dearer input while it is unassigned, and charges the difference", async () => {
    const { update, step, balances, cost, pass } = await aStep();
    expect(await update({ input: picture(3) })).toMatchObject({ ok: true });
    expect(balances()).toEqual({ blue: 0, green: 5, yellow: 0 });
    expect(cost()).toBe(30);
    await pass(10);
    expect(step()).toMatchObject({ status: "succeeded", output: { images: [{}, {}, {}] } });
  });

  it("takes a cheaper input, and refunds the difference", async () => {
    const { patch, balances, cost } = await aStep();
    expect((await patch([{ op: "replace", path: "/input/quantity", value: 1 }])).ok).toBe(true);
    expect(balances()).toEqual({ blue: 15, green: 10, yellow: 0 });
    expect(cost()).toBe(10);
  });

  it("changes nothing when the Buzz for the new input is short", async () => {
    const { update, step, balances } = await aStep();
    expect(await update({ input: picture(4), metadata: { a: 1 } })).toMatchObject({
      reason: "insufficient-buzz",
      missing: 5,
    });
    expect(balances()).toEqual({ blue: 5, green: 10, yellow: 0 });
    expect(step()).toMatchObject({ metadata: {}, input: { quantity: 2 } });
  });

  it("costs more in yellow once the workflow is released, whatever its currencies", async () => {
    const sandbox = sandboxForTests({ balances: { blue: 20, green: 10, yellow: 30 } });
    const { services, account, balances } = sandbox;
    const steps = [{ $type: "imageGen", name: "hero", input: picture(2) }];
    const id = (await sandbox.submit({ steps, currencies: ["blue"] })).id ?? "";
    await updateWorkflow(services, account, id, { allowMatureContent: true }, { ...openView, whatif: false });
    expect(balances()).toEqual({ blue: 20, green: 10, yellow: 10 });
    expect(await updateStep(services, account, id, "hero", { input: picture(3) })).toMatchObject({ ok: true });
    expect(balances()).toEqual({ blue: 20, green: 10, yellow: 0 });
    expect(await updateStep(services, account, id, "hero", { input: picture(1) })).toMatchObject({ ok: true });
    expect(balances()).toEqual({ blue: 20, green: 10, yellow: 20 });
  });

  it("refuses an input that is not valid, by its path", async () => {
    const { update } = await aStep();
    expect(await update({ input: { ...picture(1), width: -1 } })).toMatchObject({
      reason: "invalid",
      errors: { "input.width": [expect.any(String)] },
    });
    expect(await update({ input: { ...picture(1), prompt: { $ref: "hero", path: "output" } } })).toMatchObject({
      errors: { input: ['Step "hero" refers to itself.'] },
    });
  });

  it("keeps its input once it has begun", async () => {
    const { pass, update } = await aStep();
    await pass(1);
    expect(await update({ input: picture(1) })).toMatchObject({ reason: "conflict" });
  });

  it("takes one of two new inputs that come at once", async () => {
    const { update, balances, cost } = await aStep();
    const outcomes = await Promise.all([update({ input: picture(1) }), update({ input: picture(3) })]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(cost()).toBe(10);
    expect(balances()).toEqual({ blue: 15, green: 10, yellow: 0 });
  });

  it("keeps the metadata that came while a patch of its input was priced", async () => {
    const { patch, update, step } = await aStep();
    const priced = patch([{ op: "replace", path: "/input/quantity", value: 1 }]);
    expect((await update({ metadata: { note: "good" } })).ok).toBe(true);
    expect((await priced).ok).toBe(true);
    expect(step()).toMatchObject({ metadata: { note: "good" }, input: { quantity: 1 } });
  });

  it("does not come to wait for a step that waits for it, also when both get their new input at once", async () => {
    const sandbox = sandboxForTests();
    const { services, account } = sandbox;
    const echo = (name: string, message: unknown) => ({ $type: "echo", name, input: { message } });
    const first = { $type: "imageGen", name: "first", input: picture(1) };
    const ofFirst = { $ref: "first", path: "output.images[0].id" };
    const steps = [first, echo("one", ofFirst), echo("other", ofFirst)];
    const id = (await sandbox.submit({ steps })).id ?? "";
    const waitFor = (name: string, awaited: string) =>
      updateStep(services, account, id, name, { input: { message: { $ref: awaited, path: "output.message" } } });
    const [taken, refused] = await Promise.all([waitFor("one", "other"), waitFor("other", "one")]);
    expect(taken).toMatchObject({ ok: true });
    expect(refused).toMatchObject({ reason: "invalid", errors: { input: [expect.stringContaining('"one"')] } });
    await sandbox.pass(10);
    const ended = getWorkflow(services, account, id, openView);
    expect(ended).toMatchObject({ value: { workflow: { status: "succeeded" } } });
  });
});
