import { chargedByCurrency, netByCurrency, refundedByCurrency, totalOf } from "#contract/cost.ts";
import { type Amounts, currencies, noBuzz } from "#contract/currency.ts";
import { isTerminal } from "#contract/status.ts";
import { isReleasable, type Workflow, workflowBlobs } from "#contract/workflow.ts";

/** What some workflows moved, in whole Buzz per currency: charged, given back, and what is left of it. */
export type SpendSum = { charged: Amounts; refunded: Amounts; net: Amounts; count: number };

export type SpendGroup = SpendSum & { key: string };

/** The sum over some workflows. Those whose transactions the server did not tell are not in it: see `untold`. */
export function sumSpend(workflows: readonly Workflow[]): SpendSum {
  const sum: SpendSum = { charged: { ...noBuzz }, refunded: { ...noBuzz }, net: { ...noBuzz }, count: 0 };
  for (const { transactions } of workflows) {
    const [charged, refunded, net] = [
      chargedByCurrency(transactions),
      refundedByCurrency(transactions),
      netByCurrency(transactions),
    ];
    if (!charged || !refunded || !net) continue;
    sum.count += 1;
    for (const currency of currencies) {
      sum.charged[currency] += charged[currency];
      sum.refunded[currency] += refunded[currency];
      sum.net[currency] += net[currency];
    }
  }
  return sum;
}

/** How many workflows nobody can count: the server told no transactions. */
export function untold(workflows: readonly Workflow[]): number {
  return workflows.filter(({ transactions }) => netByCurrency(transactions) === undefined).length;
}

/** The sums of groups. A workflow stands in the group of each of its keys. */
export function spendBy(
  workflows: readonly Workflow[],
  keysOf: (workflow: Workflow) => readonly string[],
): SpendGroup[] {
  const groups = new Map<string, Workflow[]>();
  for (const workflow of workflows) {
    for (const key of new Set(keysOf(workflow))) groups.set(key, [...(groups.get(key) ?? []), workflow]);
  }
  return [...groups].map(([key, members]) => ({ key, ...sumSpend(members) })).filter(({ count }) => count > 0);
}

/** The day on which a workflow was submitted, where the operator is: `2026-11-24`. */
export function dayOf({ createdAt }: Pick<Workflow, "createdAt">): string {
  const at = new Date(createdAt);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Every day from the first to the last, those without a workflow too: a chart leaves no gap out. */
export function daysBetween(days: readonly string[]): string[] {
  const ordered = days.toSorted();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  // Noon: a day that is an hour shorter or longer is a day still.
  for (const at = new Date(`${first}T12:00:00`); all.at(-1) !== last; at.setDate(at.getDate() + 1)) {
    all.push(dayOf({ createdAt: at.toISOString() }));
  }
  return all;
}

/** Paid for, over, and nothing came of it: it failed without a refund, or all of its output is withheld. */
export function isPaidButNotDelivered(workflow: Workflow): boolean {
  const net = netByCurrency(workflow.transactions);
  if (!net || totalOf(net) === 0 || !isTerminal(workflow.status)) return false;
  if (workflow.status !== "succeeded") return true;
  const blobs = workflowBlobs(workflow);
  return isReleasable(workflow) && blobs.every(({ blob }) => !(blob.available && blob.url));
}

/** What the server's price and its charges differ by, in Buzz; `undefined` where either is not told or it is not over. */
export function chargedBesidesCost(workflow: Workflow): number | undefined {
  const net = netByCurrency(workflow.transactions);
  if (!net || !workflow.cost || !isTerminal(workflow.status)) return undefined;
  return totalOf(net) - workflow.cost.total;
}

/** The prices of what is over beside what was paid for it, in Buzz, and how many of them both are told for. */
export type QuotedAgainstPaid = { quoted: number; paid: number; count: number; differCount: number };

/** Add up prices and payments of workflows that are over and tell both; nobody's unknown counts as 0. */
export function quotedAgainstPaid(workflows: readonly Workflow[]): QuotedAgainstPaid {
  const sum: QuotedAgainstPaid = { quoted: 0, paid: 0, count: 0, differCount: 0 };
  for (const workflow of workflows) {
    const difference = chargedBesidesCost(workflow);
    if (difference === undefined || !workflow.cost) continue;
    sum.quoted += workflow.cost.total;
    sum.paid += workflow.cost.total + difference;
    sum.count += 1;
    if (difference !== 0) sum.differCount += 1;
  }
  return sum;
}
