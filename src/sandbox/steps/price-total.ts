import type { StepPrice } from "./step-handler.ts";

/** What arithmetic on floating-point numbers may be off by; far below any fraction of Buzz that a price has. */
const tolerance = 1e-6;

/**
 * The whole Buzz that a step costs before tips: its base times its factors, rounded up, plus what is fixed. Source:
 * decisions, "Step types".
 */
export function priceTotal({ base, factors, fixed = {}, fees = {} }: StepPrice): number {
  const product = Object.values(factors).reduce((result, factor) => result * factor, base);
  const extras = [...Object.values(fixed), ...Object.values(fees)];
  return Math.ceil(product - tolerance) + extras.reduce((sum, extra) => sum + extra, 0);
}
