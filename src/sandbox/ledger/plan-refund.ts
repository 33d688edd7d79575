import type { Currency } from "#contract/currency.ts";
import type { Movement } from "./ledger.ts";

/** An entry of a workflow's ledger, as far as a plan needs it; oldest first. */
export type PastMovement = { currency: Currency; type: "debit" | "credit"; amount: number };

/**
 * Give an amount back to the accounts that paid: the one charged last first, so that what was drawn first (earned Buzz)
 * stays spent. Whole Buzz; never more than was paid. Source: decisions, "Running".
 */
export function planRefund(past: readonly PastMovement[], amount: number): Movement[] {
  const paid = netPaid(past);
  const lastChargedFirst = [
    ...new Set(
      past
        .filter(isDebit)
        .map(({ currency }) => currency)
        .reverse(),
    ),
  ];
  const movements: Movement[] = [];
  let open = amount;
  for (const currency of lastChargedFirst) {
    const back = Math.min(open, paid.get(currency) ?? 0);
    if (back > 0) movements.push({ currency, type: "credit", amount: back });
    open -= back;
  }
  return movements;
}

/** Debits minus credits per currency, in whole Buzz. */
export function netPaid(past: readonly PastMovement[]): Map<Currency, number> {
  const net = new Map<Currency, number>();
  for (const { currency, type, amount } of past) {
    net.set(currency, (net.get(currency) ?? 0) + (type === "debit" ? amount : -amount));
  }
  return net;
}

function isDebit({ type }: PastMovement): boolean {
  return type === "debit";
}
