import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "#contract/cost.ts";
import { type Amounts, currencies, noBuzz } from "#contract/currency.ts";
import { isTerminal } from "#contract/status.ts";
import { resetAccount } from "../contents/reset-account.ts";
import { deleteWorkflow } from "../workflows/delete.ts";
import { quoteWorkflow } from "../workflows/quote.ts";
import { aTemplate, openView, sandboxForTests, type TestSandbox } from "../workflows/sandbox-for-tests.ts";
import { updateStep } from "../workflows/steps.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { updateWorkflow } from "../workflows/update.ts";
import { workflowCost } from "./cost.ts";
import { netPaid } from "./plan-refund.ts";

/*
 * What operators and the engine do to an account, in any order and all at once. Whatever happens, the books must hold.
 */
const words = ["", "[rated:x]", "[fail]", "[partial]", "[expire]", "[slow]", "[blocked:Law]", "[rated:x] [partial]"];
const act = fc.oneof(
  fc.record({
    kind: fc.constant("submit" as const),
    word: fc.constantFrom(...words),
    quantity: fc.integer({ min: 1, max: 4 }),
    upgradeMode: fc.constantFrom("manual", "automatic"),
    allowMatureContent: fc.constantFrom(true, false, null),
    currencies: fc.subarray([...currencies]),
    tips: fc.constantFrom({ civitai: 0, creators: 0 }, { civitai: 0.25, creators: 0.33 }),
    chained: fc.boolean(),
    together: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("release" as const),
    which: fc.nat({ max: 9 }),
    together: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("edit" as const),
    which: fc.nat({ max: 9 }),
    step: fc.constantFrom("hero", "last"),
    quantity: fc.integer({ min: 1, max: 12 }),
    together: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant("ask" as const), which: fc.nat({ max: 9 }), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("reset" as const), quantity: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("cancel" as const), which: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant("delete" as const), which: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant("pass" as const), seconds: fc.constantFrom(0, 1, 5, 100) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
const opening = fc.record({ blue: fc.nat({ max: 60 }), green: fc.nat({ max: 60 }), yellow: fc.nat({ max: 90 }) });

describe("the ledger, whatever happens", () => {
  it("keeps every balance at the sum of its entries and never below zero, and what a workflow paid at its cost", async () => {
    await fc.assert(
      fc.asyncProperty(opening, fc.array(act, { minLength: 1, maxLength: 12 }), async (balances, acts) => {
        const sandbox = sandboxForTests({ balances });
        const ids: string[] = [];
        for (const one of acts) {
          await perform(sandbox, ids, one);
          expectBalancesToAddUp(sandbox);
          for (const id of ids) expectPaidToBeCost(sandbox, id);
        }
        await sandbox.pass(1000);
        expectBalancesToAddUp(sandbox);
        for (const id of ids) expectPaidToBeCost(sandbox, id);
        sandbox.services.store.close();
      }),
      { numRuns: 200 },
    );
  });
});

async function perform(sandbox: TestSandbox, ids: string[], one: Act): Promise<void> {
  const { services, account } = sandbox;
  const id = "which" in one ? (ids[one.which % Math.max(1, ids.length)] ?? "none") : "none";
  switch (one.kind) {
    case "submit": {
      const template = aTemplate(templateOf(one));
      const view = { ...openView, waitSeconds: 0 };
      const submits = Array.from({ length: one.together }, () => submitWorkflow(services, account, template, view));
      for (const outcome of await Promise.all(submits)) if (outcome.ok) ids.push(outcome.value.workflow.id ?? "");
      return;
    }
    case "release": {
      const view = { ...openView, whatif: false };
      const release = () => updateWorkflow(services, account, id, { allowMatureContent: true }, view);
      const outcomes = await Promise.all(Array.from({ length: one.together }, release));
      if (outcomes.some(({ ok }) => ok)) expectReleased(sandbox, id);
      return;
    }
    case "edit": {
      const edit = () => updateStep(services, account, id, one.step, { input: pictureOf(one.step, one.quantity) });
      await Promise.all(Array.from({ length: one.together }, edit));
      return;
    }
    case "ask":
      return expectNothingToChange(sandbox, id, one.quantity);
    case "reset": {
      // A submit and handlers that are on their way meet an account that was emptied meanwhile.
      const steps = [{ $type: "imageGen", input: pictureOf("hero", one.quantity) }];
      const onItsWay = submitWorkflow(services, account, aTemplate({ steps }), { ...openView, waitSeconds: 0 });
      const atWork = sandbox.pass(5);
      await resetAccount(services, account, "empty");
      const [outcome] = await Promise.all([onItsWay, atWork]);
      if (outcome.ok) ids.push(outcome.value.workflow.id ?? "");
      return;
    }
    case "cancel":
      await updateWorkflow(services, account, id, { status: "canceled" }, { ...openView, whatif: false });
      return;
    case "delete":
      deleteWorkflow(services, account, id);
      return;
    case "pass":
      await sandbox.pass(one.seconds);
      return;
  }
}

function templateOf(one: Extract<Act, { kind: "submit" }>) {
  const { word, quantity, chained, upgradeMode, allowMatureContent, tips } = one;
  const hero = { $type: "imageGen", name: "hero", input: { engine: "flux", prompt: `a fox ${word}`, quantity } };
  const after = {
    $type: "promptEnhancement",
    input: { ecosystem: "flux", prompt: { $ref: "hero", path: "output.images[0].url" } },
  };
  const last = { $type: "imageGen", name: "last", input: pictureOf("last", quantity) };
  const steps = chained ? [hero, after, last] : [hero];
  return { steps, upgradeMode, allowMatureContent, currencies: one.currencies, tips };
}

/** The last step waits for the first, and for its release where its pictures are withheld. */
function pictureOf(step: "hero" | "last", quantity: number) {
  const prompt = step === "hero" ? "a fox" : { $ref: "hero", path: "output.images[0].url" };
  return { engine: "flux", prompt, quantity };
}

/** To ask what a submit, a release or a cancel would be moves no Buzz. */
async function expectNothingToChange({ services, account }: TestSandbox, id: string, quantity: number): Promise<void> {
  const book = () => JSON.stringify(services.store.ledger.ofAccount(account.id, 100_000));
  const before = book();
  const steps = [{ $type: "imageGen", input: pictureOf("hero", quantity) }];
  await quoteWorkflow(services, account, aTemplate({ steps }), openView);
  const view = { ...openView, whatif: true };
  await updateWorkflow(services, account, id, { allowMatureContent: true }, view);
  await updateWorkflow(services, account, id, { status: "canceled" }, view);
  expect(book()).toBe(before);
}

function expectBalancesToAddUp({ services, account }: TestSandbox): void {
  const sums: Amounts = { ...noBuzz };
  for (const { currency, type, amount } of services.store.ledger.ofAccount(account.id, 100_000)) {
    sums[currency] += type === "credit" ? amount : -amount;
  }
  const balances = services.store.accounts.balances(account.id);
  expect(balances).toEqual(sums);
  expect(currencies.filter((currency) => balances[currency] < 0)).toEqual([]);
}

/** What a workflow has paid is what it costs; of one that is removed, what it had delivered stays paid. */
function expectPaidToBeCost({ services, account }: TestSandbox, id: string): void {
  const { store } = services;
  const workflow = store.workflows.find(account.id, id);
  if (!workflow) return;
  const steps = store.steps.ofWorkflow(workflow.seq);
  const net: Amounts = { ...noBuzz, ...Object.fromEntries(netPaid(store.ledger.ofWorkflow(id))) };
  expect(totalOf(net)).toBe(workflowCost(steps, workflow.terms.tips).total);
  const isNothingDelivered = isTerminal(workflow.status) && steps.every(({ deliveredShare }) => deliveredShare === 0);
  if (isNothingDelivered) expect(net).toEqual(noBuzz);
}

function expectReleased({ services }: TestSandbox, id: string): void {
  const entries = services.store.ledger.ofWorkflow(id);
  const net = netPaid(entries);
  expect([net.get("blue") ?? 0, net.get("green") ?? 0]).toEqual([0, 0]);
  expect(
    entries.filter(({ reason, currency }) => reason.startsWith("release") && currency === "yellow").length,
  ).toBeLessThan(2);
}
