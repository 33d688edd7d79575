import { MutationObserver, type QueryClient } from "@tanstack/react-query";
import { chargedByCurrency } from "#contract/cost.ts";
import { type Amounts, currencies } from "#contract/currency.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import { BulkStop } from "#dashboard/api/bulk-run.ts";
import { quoteQuery } from "#dashboard/api/quote-query.ts";
import { submitMutation } from "#dashboard/api/submit-workflow.ts";
import { sayAmounts } from "#dashboard/display/say-amounts.ts";
import { buzzNumber } from "#dashboard/display/words.ts";
import type { MatrixRun } from "./matrix-runs.ts";

/** What a run was named to cost, in Buzz, and what of it each currency pays, where that is known. */
export type NamedPrice = { total: number; pays: Amounts | undefined };

/**
 * What submits one run of a grid at the price that was named for it. Another price, other Buzz, or Buzz that does not
 * suffice any more ends the run of the grid before anything more is spent. Trying again after a lost answer is safe by
 * the `externalId`.
 */
export function submitter(api: Api, client: QueryClient, prices: ReadonlyMap<string, NamedPrice>) {
  // A run that was once sent is not priced again: what it took is already missing from the balance.
  const sent = new Set<string>();
  return async ({ body }: MatrixRun): Promise<Workflow> => {
    if (!sent.has(body.externalId)) {
      const { workflow } = await client.fetchQuery({ ...quoteQuery(api, body), staleTime: 0 });
      holdPrice(prices.get(body.externalId), workflow);
    }
    sent.add(body.externalId);
    return new MutationObserver(client, submitMutation(api, client)).mutate(body);
  };
}

function holdPrice(named: NamedPrice | undefined, { cost, transactions }: Workflow): void {
  if (!cost || cost.total !== named?.total) {
    throw new BulkStop(`The price of a run changed from ${sayTotal(named?.total)} to ${sayTotal(cost?.total)}.`);
  }
  if (transactions?.insufficientBuzz) throw new BulkStop("The Buzz does not suffice any more.");
  const now = chargedByCurrency(transactions);
  if (named.pays && now && currencies.some((one) => now[one] !== named.pays?.[one])) {
    throw new BulkStop(`Other Buzz would pay for a run: ${sayAmounts(now)} instead of ${sayAmounts(named.pays)}.`);
  }
}

function sayTotal(total: number | undefined): string {
  return total === undefined ? "unknown" : buzzNumber(total);
}
