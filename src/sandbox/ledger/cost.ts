import type { Cost } from "#contract/cost.ts";
import { priceTotal } from "../steps/price-total.ts";
import type { StoredPrice } from "../store/step-store.ts";

/** A step as far as money goes: its price, and the part of it (0 to 1) that is delivered or still to come. */
export type PricedStep = { price: StoredPrice; deliveredShare: number };

/** Rates on the base, 0 to 2. */
export type TipRates = { civitai: number; creators: number };

/**
 * What a workflow costs, in whole Buzz. Of several steps, `base` is the sum of what the steps' bases and factors come to.
 * Undelivered shares are left out, so after a refund the cost is what the workflow has really paid. Tips are rates on the
 * base, each rounded up. Source: decisions, "Step types"; facts 3.1.
 */
export function workflowCost(steps: readonly PricedStep[], tipRates: TipRates): Cost {
  const prices = steps.map(deliveredPrice);
  const [only] = prices.length === 1 ? prices : [];
  const { base, factors } = only ?? { base: sumOf(prices.map(workTotal)), factors: {} };
  const tipped = base * (only ? (steps[0]?.deliveredShare ?? 1) : 1);
  const fixed = sumByName(prices.map((price) => price.fixed));
  const fees = sumByName(prices.map((price) => price.fees));
  const tips = { civitai: roundUp(tipRates.civitai * tipped), creators: roundUp(tipRates.creators * tipped) };
  const total = priceTotal({ base, factors, fixed, fees }) + tips.civitai + tips.creators;
  return { base, factors, fixed, tips, fees, total };
}

/** The price of the part of a step that is delivered or still to come. */
function deliveredPrice({ price, deliveredShare: share }: PricedStep): Required<StoredPrice> {
  const { base, factors, fixed = {}, fees = {} } = price;
  if (share === 1) return { base, factors, fixed, fees };
  if (share === 0) return { base: 0, factors: {}, fixed: {}, fees: {} };
  return { base, factors: { ...factors, delivered: share }, fixed: scaled(fixed, share), fees: scaled(fees, share) };
}

/** What the base and the factors come to, without what is fixed. */
function workTotal({ base, factors }: StoredPrice): number {
  return priceTotal({ base, factors });
}

function scaled(amounts: Record<string, number>, share: number): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, roundUp(amount * share)]));
}

function sumByName(lists: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const list of lists) for (const [name, amount] of Object.entries(list)) sums[name] = (sums[name] ?? 0) + amount;
  return sums;
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Up to whole Buzz; what floating-point numbers are off by does not count. */
function roundUp(amount: number): number {
  return Math.max(0, Math.ceil(amount - 1e-6));
}
