// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getAccount } from "#contract/account-operation.ts";
import { currencies, noBuzz } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import { type Api, createApi } from "#dashboard/api/api.ts";
import { type BulkEntry, runBulk } from "#dashboard/api/bulk-run.ts";
import { releasable } from "#dashboard/api/list-filter.ts";
import { readListPage } from "#dashboard/api/list-pages.ts";
import { openTestSandbox, type TestSandbox } from "#dashboard/testing/render-with-sandbox.tsx";
import { planDesk, thatFit } from "./desk-plan.ts";
import { type ReleaseResult, releaser } from "./release-many.ts";

/* Whatever waits on the desk and whatever the account holds: what the simulator foretells is what the ledger then does. */

const capabilities = { filtersStatus: true, excludesTags: true, previewsUpdates: true, waitsForChange: true };
const aDesk = fc.record({
  quantities: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
  blue: fc.integer({ min: 0, max: 120 }),
  yellowLeft: fc.integer({ min: 0, max: 150 }),
});

type Desk = typeof aDesk extends fc.Arbitrary<infer Value> ? Value : never;

let accounts = 0;

/** An account whose workflows are all withheld, with this much yellow left. */
async function openDesk(sandbox: TestSandbox, { quantities, blue, yellowLeft }: Desk) {
  accounts += 1;
  const token = `${sandbox.token}_desk_${accounts}`;
  const api = createApi({ id: "sandbox", label: "Sandbox", kind: "sandbox", upstream: "" }, () => token, true);
  await sandbox.fetch(
    new Request("http://baton.test/_sandbox/accounts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token, balances: { blue, green: 400, yellow: yellowLeft } }),
    }),
  );
  for (const quantity of quantities) {
    const input = { engine: "flux", prompt: "a figure [rated:x]", quantity };
    await api.call(submitWorkflow, {
      body: { steps: [{ $type: "imageGen", name: "figure", input }], currencies: ["blue", "green"] },
    });
  }
  for (let second = 0; second < 10; second += 1) {
    sandbox.clock.advance(1);
    await sandbox.idle();
  }
  const { items } = await readListPage(api, releasable, capabilities, undefined);
  expect(items).toHaveLength(quantities.length);
  return { api, items };
}

async function accountOf(api: Api) {
  const { body } = await api.call(getAccount, {});
  return body;
}

async function releaseAll(api: Api, items: readonly Workflow[]) {
  const entries: BulkEntry<Workflow, ReleaseResult>[] = [];
  const act = releaser(api, new QueryClient());
  await runBulk({ items, act, stop: new AbortController().signal, onOutcome: (entry) => entries.push(entry) });
  return entries;
}

describe("the sums of the desk", () => {
  it("foretell each balance of a release of all that fit, and the receipt tells the ledger's entries", async () => {
    const sandbox = openTestSandbox();
    await fc.assert(
      fc.asyncProperty(aDesk, async (desk) => {
        const { api, items } = await openDesk(sandbox, desk);
        const before = await accountOf(api);
        const fit = thatFit(items, before.balances.yellow);
        const plan = planDesk(fit, before.balances);
        const receipt = await releaseAll(api, fit);
        const after = await accountOf(api);
        expect(receipt.every(({ outcome }) => outcome.state === "done")).toBe(true);
        expect(after.balances).toEqual(plan.after);

        const moved = after.entries.slice(0, after.entries.length - before.entries.length);
        const sum = (type: string) => {
          const amounts = { ...noBuzz };
          for (const entry of moved) if (entry.type === type) amounts[entry.currency] += entry.amount;
          return amounts;
        };
        expect(sum("credit")).toEqual(plan.refund);
        expect(sum("debit")).toEqual({ ...noBuzz, yellow: plan.chargeYellow });
        const told = receipt.flatMap(({ outcome }) => (outcome.state === "done" ? [outcome.value] : []));
        expect(told.reduce((total, { charged }) => total + (charged ?? Number.NaN), 0)).toBe(plan.chargeYellow);
        for (const currency of currencies) {
          const back = told.reduce((total, { refund }) => total + (refund?.[currency] ?? Number.NaN), 0);
          expect(back).toBe(plan.refund[currency]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("stop at the first shortfall: what was done is paid, what was left is as it was", async () => {
    const sandbox = openTestSandbox();
    await fc.assert(
      fc.asyncProperty(aDesk, async (desk) => {
        const { api, items } = await openDesk(sandbox, desk);
        const { balances } = await accountOf(api);
        const receipt = await releaseAll(api, items);
        const done = receipt.filter(({ outcome }) => outcome.state === "done").map(({ item }) => item);
        // In their order, and none after the first that did not fit.
        expect(done).toEqual(items.slice(0, done.length));
        const next = items[done.length];
        if (next) expect(planDesk([...done, next], balances).missingYellow).toBeGreaterThan(0);
        expect((await accountOf(api)).balances).toEqual(planDesk(done, balances).after);
      }),
      { numRuns: 10 },
    );
  });
});
