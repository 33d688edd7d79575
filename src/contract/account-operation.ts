import * as z from "zod/mini";
import { type Amounts, currencySchema } from "./currency.ts";
import { json, operation } from "./operation.ts";
import { refused } from "./refusals.ts";

/*
 * The account of a sandbox. Apart from what else only a sandbox offers, since every page shows balances.
 * Source: decisions, "Accounts and authorisation".
 */

/** What tokens look like that are an account of a sandbox. */
export const sandboxToken = /^sandbox_[A-Za-z0-9_-]{4,}$/;

/** What a token's first use gives, in whole Buzz. */
export const openingBalances: Readonly<Amounts> = { blue: 500, green: 1000, yellow: 2000 };
/** The highest balance that can be asked for, in whole Buzz. */
export const highestBalance = 2_000_000_000;

const buzz = z.int().check(z.minimum(0), z.maximum(highestBalance));

/** Balances of an account, in whole Buzz. */
export const balancesSchema = z.object({ blue: buzz, green: buzz, yellow: buzz });

/** An entry of the ledger: a movement of an account, in whole Buzz. */
export const ledgerEntrySchema = z.object({
  id: z.string(),
  createdAt: z.string(),
  currency: currencySchema,
  type: z.enum(["debit", "credit"]),
  amount: z.int().check(z.positive()),
  reason: z.string(),
  workflowId: z.nullish(z.string()),
});
export type LedgerEntry = z.output<typeof ledgerEntrySchema>;

/** An account of the sandbox: its balances in whole Buzz and its latest ledger entries, newest first. */
export const accountSchema = z.object({ balances: balancesSchema, entries: z.array(ledgerEntrySchema) });
export type SandboxAccount = z.output<typeof accountSchema>;

export const getAccount = operation({
  id: "GetSandboxAccount",
  method: "GET",
  path: "/_sandbox/account",
  summary: "Balances and ledger entries of the bearer's account",
  tag: "Sandbox",
  access: "read",
  responses: { 200: json(accountSchema, "The account."), 401: refused, 403: refused },
});
