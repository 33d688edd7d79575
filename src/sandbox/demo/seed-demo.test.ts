import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chargedByCurrency, netByCurrency, totalOf } from "#contract/cost.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import { statuses } from "#contract/status.ts";
import { isReleasable, type Workflow, workflowBlobs, workflowSchema } from "#contract/workflow.ts";
import { manualClock } from "../clock.ts";
import { createSandbox, type Sandbox } from "../create-sandbox.ts";
import { defaultRateLimit } from "../options.ts";
import type { Account } from "../store/account-store.ts";
import { accountOf } from "../workflows/accounts.ts";
import { queryWorkflows } from "../workflows/query.ts";
import { openView } from "../workflows/sandbox-for-tests.ts";
import { seedDemo } from "./seed-demo.ts";

const now = "2026-11-24T12:00:00.000Z";
let sandbox: Sandbox;
let account: Account;
let workflows: Workflow[];

beforeAll(async () => {
  const clock = manualClock(now);
  sandbox = createSandbox({ database: ":memory:", clock, speed: 1, running: false, rateLimit: defaultRateLimit });
  account = accountOf(sandbox.services, "hash of the demo's token");
  await seedDemo(sandbox.services, account);
  workflows = read();
}, 60_000);
afterAll(() => sandbox.close());

function read(): Workflow[] {
  const page = queryWorkflows(sandbox.services, account, { take: 1000 }, openView);
  return page.ok ? page.value.items.map((item) => workflowSchema.parse(item)) : [];
}

const paidWith = (amounts: Amounts | undefined) => currencies.filter((currency) => (amounts?.[currency] ?? 0) > 0);
const blobs = () => workflows.flatMap((workflow) => workflowBlobs(workflow).map(({ blob }) => blob));

describe("the demo", () => {
  it("has some 70 workflows of the last 30 days", () => {
    expect(workflows.length).toBeGreaterThanOrEqual(65);
    const oldest = workflows.at(-1)?.createdAt ?? "";
    expect(Date.parse(now) - Date.parse(oldest)).toBeGreaterThan(29 * 24 * 3600 * 1000);
    expect(workflows.every(({ createdAt }) => createdAt < now)).toBe(true);
  });

  it("has workflows of every status", () => {
    const found = new Set(workflows.map(({ status }) => status));
    expect(statuses.filter((status) => !found.has(status))).toEqual([]);
  });

  it("has steps of every built-in type", () => {
    const found = new Set(workflows.flatMap(({ steps }) => steps.map(({ $type }) => $type)));
    expect(sandbox.services.steps.types.filter((type) => !found.has(type))).toEqual([]);
  });

  it("was paid in each currency, and in several at once", () => {
    const payments = new Set(workflows.map(({ transactions }) => paidWith(chargedByCurrency(transactions)).join("+")));
    expect([...payments]).toEqual(expect.arrayContaining(["blue", "green", "yellow", "blue+green", "blue+yellow"]));
  });

  it("has mature output delivered, withheld, released and upgraded, and a blocked file", () => {
    expect(workflows.filter(isReleasable).length).toBeGreaterThanOrEqual(3);
    expect(workflows.some((one) => isReleasable(one) && one.status === "processing")).toBe(true);
    expect(blobs().some(({ available, nsfwLevel }) => available && nsfwLevel === "x")).toBe(true);
    expect(blobs().some(({ blockedReason }) => blockedReason === "CopyrightedCharacter")).toBe(true);
    const swapped = workflows
      .filter(({ transactions }) => paidWith(chargedByCurrency(transactions)).length > 1)
      .filter(
        ({ transactions, allowMatureContent }) =>
          allowMatureContent && paidWith(netByCurrency(transactions)).join() === "yellow",
      );
    expect(new Set(swapped.map(({ upgradeMode }) => upgradeMode))).toEqual(new Set(["manual", "automatic"]));
  });

  it("says why work failed, and paid for what was delivered only", () => {
    for (const { status, steps } of workflows) {
      if (status === "failed") expect(steps.some(({ reason }) => reason)).toBe(true);
    }
    for (const { transactions, cost } of workflows) {
      const net = netByCurrency(transactions);
      expect(net && totalOf(net)).toBe(cost?.total);
    }
  });

  it("fails nothing that it does not mean to fail", () => {
    const failed = workflows.filter(({ status }) => status === "failed").map(({ metadata }) => metadata?.name);
    expect(failed).toEqual([
      "Catalogue cover",
      "Reference that leads nowhere",
      "Clip: storm",
      "Bowl set, variants, again",
    ]);
  });

  it("leaves the account with what an account opens with", () => {
    expect(sandbox.services.store.accounts.balances(account.id)).toEqual({ blue: 500, green: 1000, yellow: 2000 });
  });

  it("is made once", async () => {
    await seedDemo(sandbox.services, account);
    expect(read()).toHaveLength(workflows.length);
  });
});
