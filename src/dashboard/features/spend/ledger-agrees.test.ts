// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getAccount, type LedgerEntry } from "#contract/account-operation.ts";
import { type Amounts, type Currency, currencies, noBuzz } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { submitWorkflow, updateWorkflow } from "#contract/workflow-operations.ts";
import { type Api, createApi } from "#dashboard/api/api.ts";
import { everything } from "#dashboard/api/list-filter.ts";
import { readListPage } from "#dashboard/api/list-pages.ts";
import { openTestSandbox, type TestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { dayOf, type SpendSum, spendBy, sumSpend } from "./spend-sums.ts";

/* Whatever was run, released or canceled: what the spend page adds up is what the sandbox's ledger holds. */

const aRun = fc.record({
  words: fc.constantFrom("", " [fail]", " [partial]", " [rated:x]", " [rated:r]", " [expire]", " [blocked:Copyright]"),
  quantity: fc.integer({ min: 1, max: 4 }),
  currencies: fc.constantFrom<Currency[]>([], ["blue"], ["green", "yellow"], ["yellow"]),
  upgradeMode: fc.constantFrom("manual" as const, "automatic" as const),
  tags: fc.subarray(["spring", "film", "print"]),
  /** What the operator does with it: nothing, a release once it is over, or a cancel before it began. */
  afterwards: fc.constantFrom("nothing", "nothing", "release", "cancel"),
});
type Run = typeof aRun extends fc.Arbitrary<infer Value> ? Value : never;

const capabilities = { filtersStatus: true, excludesTags: true, previewsUpdates: true, waitsForChange: true };

let accounts = 0;

/** Run all of these in an account of their own, and answer its workflows and the entries that they caused. */
async function carryOut(sandbox: TestSandbox, runs: readonly Run[]) {
  accounts += 1;
  const token = `${sandbox.token}_${accounts}`;
  const api = createApi({ id: "sandbox", label: "Sandbox", kind: "sandbox", upstream: "" }, () => token, true);
  const releasing: string[] = [];
  for (const run of runs) {
    const id = await submit(api, run);
    if (run.afterwards === "cancel")
      await api.call(updateWorkflow, { params: { workflowId: id }, body: { status: "canceled" } });
    if (run.afterwards === "release") releasing.push(id);
  }
  for (let second = 0; second < 20; second += 1) {
    sandbox.clock.advance(1);
    await sandbox.idle();
  }
  for (const workflowId of releasing) {
    // What has nothing withheld, or ended badly, is refused or left as it is: that moves nothing.
    await api
      .call(updateWorkflow, { params: { workflowId }, body: { allowMatureContent: true } })
      .catch(() => undefined);
  }
  const { items } = await readListPage(api, everything, capabilities, undefined);
  const { body } = await api.call(getAccount, {});
  return { items, entries: body.entries.filter(({ workflowId }) => workflowId) };
}

async function submit(api: Api, { words, quantity, currencies: order, upgradeMode, tags }: Run): Promise<string> {
  const steps = [{ $type: "imageGen", name: "hero", input: { engine: "flux", prompt: `a hill${words}`, quantity } }];
  const { body } = await api.call(submitWorkflow, { body: { steps, currencies: order, upgradeMode, tags } });
  return body.id ?? "";
}

function sumEntries(entries: readonly LedgerEntry[], type: LedgerEntry["type"]): Amounts {
  const sum = { ...noBuzz };
  for (const entry of entries) if (entry.type === type) sum[entry.currency] += entry.amount;
  return sum;
}

function expectSame(spend: Pick<SpendSum, "charged" | "refunded" | "net">, entries: readonly LedgerEntry[]): void {
  const [charged, refunded] = [sumEntries(entries, "debit"), sumEntries(entries, "credit")];
  expect(spend.charged).toEqual(charged);
  expect(spend.refunded).toEqual(refunded);
  for (const currency of currencies) expect(spend.net[currency]).toBe(charged[currency] - refunded[currency]);
}

describe("the sums of spend", () => {
  it("are the ledger's own, in all and in every group", async () => {
    const sandbox = openTestSandbox();
    await fc.assert(
      fc.asyncProperty(fc.array(aRun, { minLength: 1, maxLength: 6 }), async (runs) => {
        const { items, entries } = await carryOut(sandbox, runs);
        expect(items).toHaveLength(runs.length);
        expectSame(sumSpend(items), entries);
        const groupings: ((workflow: Workflow) => string)[] = [dayOf, ({ status }) => status, ({ id }) => id ?? ""];
        for (const keyOf of groupings) {
          for (const group of spendBy(items, (workflow) => [keyOf(workflow)])) {
            const ids = items.filter((workflow) => keyOf(workflow) === group.key).map(({ id }) => id);
            expectSame(
              group,
              entries.filter(({ workflowId }) => ids.includes(workflowId ?? "")),
            );
          }
        }
        for (const tag of ["spring", "film", "print"]) {
          const group = spendBy(items, ({ tags }) => tags ?? []).find(({ key }) => key === tag);
          const ids = items.filter(({ tags }) => tags?.includes(tag)).map(({ id }) => id);
          if (ids.length === 0) expect(group).toBeUndefined();
          else
            expectSame(
              group ?? sumSpend([]),
              entries.filter(({ workflowId }) => ids.includes(workflowId ?? "")),
            );
        }
      }),
      { numRuns: 15 },
    );
  });
});
