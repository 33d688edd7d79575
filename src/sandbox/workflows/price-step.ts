import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { StoredPrice } from "../store/step-store.ts";
import type { CheckedStep } from "./check-step.ts";

/** What a step costs before tips, and how many items that is for. */
export type StepQuote = { price: StoredPrice; itemCount: number };

/** Price a step as far as its input is known; a value that another step will give counts as 1. */
export async function priceStep({ media }: Services, account: Account, step: CheckedStep): Promise<StepQuote> {
  const tools = { mediaFacts: (source: unknown) => media.mediaFacts(account.id, source) };
  const price = await step.handler.price(step.pricedInput, tools);
  const factors = Object.fromEntries(
    Object.entries(price.factors).map(([name, factor]) => [name, Number.isFinite(factor) ? factor : 1]),
  );
  const items = step.handler.itemCount(step.pricedInput);
  return { price: { ...price, factors }, itemCount: Number.isInteger(items) && items > 0 ? items : 1 };
}
