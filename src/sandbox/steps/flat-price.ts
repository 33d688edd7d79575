import type { StepPrice } from "./step-handler.ts";

/** The price of what has no documented one. Source: decisions, "Step types". */
export const flatPrice: StepPrice = { base: 10, factors: {} };
