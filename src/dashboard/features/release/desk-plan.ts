import { type Amounts, noBuzz } from "#contract/currency.ts";
import { releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Balances } from "#dashboard/api/balance-query.ts";
import type { PriceOf } from "./use-release-plan.ts";

/** What releasing several workflows does to the balances, in whole Buzz. */
export type DeskPlan = {
  refund: Amounts;
  chargeYellow: number;
  before: Balances | undefined;
  after: Amounts | "unknown";
  missingYellow: number | "unknown";
  /** Workflows whose price nobody knows: they are not released in bulk. */
  unpriced: readonly Workflow[];
};

/** Add up the releases of several workflows. What has no price is named and not counted as 0. */
export function planDesk(
  workflows: readonly Workflow[],
  balances: Balances | undefined,
  priceOf: PriceOf = releasePrice,
): DeskPlan {
  const refund: Amounts = { ...noBuzz };
  const unpriced: Workflow[] = [];
  let chargeYellow = 0;
  for (const workflow of workflows) {
    const price = priceOf(workflow);
    if (!price) unpriced.push(workflow);
    refund.blue += price?.refund.blue ?? 0;
    refund.green += price?.refund.green ?? 0;
    chargeYellow += price?.chargeYellow ?? 0;
  }
  if (balances === undefined || balances === "unknown") {
    return { refund, chargeYellow, before: balances, after: "unknown", missingYellow: "unknown", unpriced };
  }
  const after = {
    blue: balances.blue + refund.blue,
    green: balances.green + refund.green,
    yellow: balances.yellow - chargeYellow,
  };
  return { refund, chargeYellow, before: balances, after, missingYellow: Math.max(0, -after.yellow), unpriced };
}

/** The workflows, in their order, that the yellow at hand suffices for; one that is too dear is passed over. */
export function thatFit(workflows: readonly Workflow[], yellow: number, priceOf: PriceOf = releasePrice): Workflow[] {
  let left = yellow;
  return workflows.filter((workflow) => {
    const price = priceOf(workflow);
    if (!price || price.chargeYellow > left) return false;
    left -= price.chargeYellow;
    return true;
  });
}
