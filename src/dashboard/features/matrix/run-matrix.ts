import { MutationObserver, type QueryClient } from "@tanstack/react-query";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import { BulkStop } from "#dashboard/api/bulk-run.ts";
import { quoteQuery } from "#dashboard/api/quote-query.ts";
import { submitMutation } from "#dashboard/api/submit-workflow.ts";
import type { MatrixRun } from "./matrix-runs.ts";

/**
 * What submits one run of a grid at the price it was quoted. Another price, or Buzz that does not suffice any more, ends
 * the run of the grid before anything more is spent. Trying again after a lost answer is safe by the `externalId`.
 */
export function submitter(api: Api, client: QueryClient, totals: ReadonlyMap<string, number>) {
  // A run that was once sent is not priced again: what it took is already missing from the balance.
  const sent = new Set<string>();
  return async ({ body }: MatrixRun): Promise<Workflow> => {
    if (!sent.has(body.externalId)) {
      const { workflow } = await client.fetchQuery({ ...quoteQuery(api, body), staleTime: 0 });
      const [quoted, now] = [totals.get(body.externalId), workflow.cost?.total];
      if (now === undefined || now !== quoted) {
        throw new BulkStop(`The price of a run changed from ${quoted ?? "unknown"} to ${now ?? "unknown"}.`);
      }
      if (workflow.transactions?.insufficientBuzz) throw new BulkStop("The Buzz does not suffice any more.");
    }
    sent.add(body.externalId);
    return new MutationObserver(client, submitMutation(api, client)).mutate(body);
  };
}
