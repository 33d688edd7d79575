import { expect } from "vitest";
import { netByCurrency, totalOf } from "#contract/cost.ts";
import { type Amounts, type Currency, currencies } from "#contract/currency.ts";
import { isTerminal, statuses } from "#contract/status.ts";
import type { Workflow } from "#contract/workflow.ts";

/* What has to hold of every account at every moment, whatever happened: told of answers, so that any test can ask it. */

/** An entry of a ledger, as the store or as an answer has it. */
export type Entry = {
  workflowId?: string | null;
  currency: Currency;
  type: "debit" | "credit";
  amount: number;
  reason: string;
};
export type Books = { balances: Amounts; entries: readonly Entry[] };

/** No balance is below zero, and each is the sum of its entries. */
export function expectSoundBooks({ balances, entries }: Books): void {
  for (const currency of currencies) {
    const spent = spentOf(entries.filter((entry) => entry.currency === currency));
    expect(balances[currency] + spent, `${currency} is the sum of its entries`).toBe(0);
    expect(balances[currency], `${currency} is not below zero`).toBeGreaterThanOrEqual(0);
  }
}

/** A workflow was charged its price once, and got no more back than it paid. */
export function expectOneCharge({ entries }: Books, workflowId: string, price: number): void {
  const own = entries.filter((entry) => entry.workflowId === workflowId);
  const charges = own.filter(({ reason }) => reason === "workflow");
  expect(spentOf(charges), `${workflowId} was charged its price, once`).toBe(price);
  expect(spentOf(own), `${workflowId} got no more back than it paid`).toBeGreaterThanOrEqual(0);
}

/** What a workflow has paid is what it costs: every debit stands for something delivered or still to come. */
export function expectPaidToBeCost({ id, transactions, cost, steps }: Workflow): void {
  const net = netByCurrency(transactions);
  expect(net && totalOf(net), `${id} has paid what it costs`).toBe(cost?.total);
  const isNothingToCome = steps.every(({ status }) => status !== "succeeded" && isOver(status));
  if (isNothingToCome) expect(net && totalOf(net), `${id} delivered nothing and paid nothing`).toBe(0);
}

/** Whether a status is one that never changes. */
export function isOver(status: string): boolean {
  const known = statuses.find((one) => one === status);
  return known !== undefined && isTerminal(known);
}

/** What left an account by these entries, after what came back, in whole Buzz. */
export function spentOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { type, amount }) => sum + (type === "debit" ? amount : -amount), 0);
}
