import * as z from "zod/mini";
import { type AccountType, type Amounts, accountTypeSchema, currencies, noBuzz } from "./currency.ts";

const buzz = z.number().check(z.minimum(0));

/**
 * What a workflow costs, in Buzz: `total` = round-up of `base` times the `factors`, plus `fixed`, `fees` and `tips`.
 * A hosted server may answer fractions. Source: facts 3.1.
 */
export const costSchema = z.looseObject({
  base: buzz,
  factors: z.nullish(z.record(z.string(), z.number())),
  fixed: z.nullish(z.record(z.string(), z.number())),
  tips: z.nullish(z.looseObject({ civitai: z.nullish(buzz), creators: z.nullish(buzz) })),
  fees: z.nullish(z.record(z.string(), z.number())),
  total: buzz,
});
export type Cost = z.output<typeof costSchema>;

/** One movement of Buzz between an account and a workflow. Amounts are never negative; `id` is absent on a whatif. */
export const transactionSchema = z.looseObject({
  type: z.enum(["debit", "credit"]),
  amount: buzz,
  accountType: accountTypeSchema,
  id: z.nullish(z.string()),
});
export type Transaction = z.output<typeof transactionSchema>;

/** The movements of a workflow; on a whatif, `insufficientBuzz` says that the balances would not do. */
export const transactionSummarySchema = z.looseObject({
  list: z.nullish(z.array(transactionSchema)),
  insufficientBuzz: z.nullish(z.boolean()),
});
export type TransactionSummary = z.output<typeof transactionSummarySchema>;

/** What each account paid for a workflow after refunds: debits minus credits, in Buzz. `undefined` when the server said nothing. */
export function netByCurrency(transactions: TransactionSummary | null | undefined): Amounts | undefined {
  return sumByCurrency(transactions, (one) => (one.type === "debit" ? one.amount : -one.amount));
}

/** What each account was charged for a workflow before refunds, in Buzz. `undefined` when the server said nothing. */
export function chargedByCurrency(transactions: TransactionSummary | null | undefined): Amounts | undefined {
  return sumByCurrency(transactions, (one) => (one.type === "debit" ? one.amount : 0));
}

/** What each account got back from a workflow, in Buzz. `undefined` when the server said nothing. */
export function refundedByCurrency(transactions: TransactionSummary | null | undefined): Amounts | undefined {
  return sumByCurrency(transactions, (one) => (one.type === "credit" ? one.amount : 0));
}

/** The sum over all currencies, in Buzz. */
export function totalOf(amounts: Readonly<Amounts>): number {
  return currencies.reduce((sum, currency) => sum + amounts[currency], 0);
}

function sumByCurrency(
  transactions: TransactionSummary | null | undefined,
  amountOf: (transaction: Transaction) => number,
): Amounts | undefined {
  if (!transactions?.list) return undefined;
  const sums: Amounts = { ...noBuzz };
  for (const transaction of transactions.list) {
    if (isCurrency(transaction.accountType)) sums[transaction.accountType] += amountOf(transaction);
  }
  return sums;
}

function isCurrency(account: AccountType): account is keyof Amounts {
  return account !== "fakeRed";
}
