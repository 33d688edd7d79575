import { type Amounts, type Currency, paysForMature } from "#contract/currency.ts";

/** What one account is to pay, in whole Buzz. */
export type Debit = { currency: Currency; amount: number };

/** What each account is to pay, in whole Buzz, in the order of spending; or why the cost can't be paid. */
export type PaymentPlan =
  | { ok: true; debits: Debit[] }
  | { ok: false; reason: "payment-impossible"; detail: string }
  | { ok: false; reason: "insufficient-buzz"; required: number; available: Partial<Amounts>; missing: number };

export type PaymentRequest = {
  cost: number;
  balances: Readonly<Amounts>;
  /** The currencies that may pay, in the order in which they are drawn. */
  order: readonly Currency[];
  /** `true` leaves yellow alone to pay. */
  allowMatureContent: boolean | undefined;
};

/**
 * Split a cost over the allowed currencies. Amounts in whole Buzz. Refuses with the missing amount when they do not
 * suffice, and altogether when mature content is asked for and yellow is not among them. Source: guide, "Payments (Buzz)".
 */
export function planPayment({ cost, balances, order, allowMatureContent }: PaymentRequest): PaymentPlan {
  const allowed = allowMatureContent === true ? order.filter(paysForMature) : order;
  if (allowed.length === 0) {
    const detail =
      "Mature content is paid for in yellow Buzz only, and yellow is not among the workflow's currencies. Add yellow, or do not allow mature content.";
    return { ok: false, reason: "payment-impossible", detail };
  }
  const debits: Debit[] = [];
  let open = cost;
  for (const currency of allowed) {
    const amount = Math.min(open, balances[currency]);
    if (amount > 0) debits.push({ currency, amount });
    open -= amount;
  }
  if (open === 0) return { ok: true, debits };
  const available = Object.fromEntries(allowed.map((currency) => [currency, balances[currency]]));
  return { ok: false, reason: "insufficient-buzz", required: cost, available, missing: open };
}

/**
 * Whether a workflow may deliver mature content once it is paid for: as it asked, else by what paid. Any blue or green
 * makes it safe for work; yellow alone allows mature content. Source: decisions, "Submitting".
 */
export function resolveMature(asked: boolean | undefined, paidWith: readonly Currency[]): boolean {
  return asked ?? (paidWith.length > 0 && paidWith.every(paysForMature));
}
