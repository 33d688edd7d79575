import { useQueries, useQuery } from "@tanstack/react-query";
import { type ReleasePrice, releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import { releasePreviewQuery } from "#dashboard/api/release-preview.ts";
import { planRelease } from "./release-plan.ts";

/**
 * What releasing this workflow would do, priced by the server where it offers that. When its transactions change the
 * price before stays in view while the new one is asked for: `isPricing`, and nothing is released meanwhile.
 */
export function useReleasePlan(workflow: Workflow) {
  const api = useApi();
  const query = releasePreviewQuery(api, workflow);
  const preview = useQuery({
    ...query,
    placeholderData: (before: ReleasePrice | null | undefined, asked) =>
      asked?.queryKey[idInKey] === query.queryKey[idInKey] ? before : undefined,
  });
  const balances = useQuery(balanceQuery(api));
  const price = preview.data ?? releasePrice(workflow);
  return {
    plan: preview.isPending || !price ? undefined : planRelease(price, balances.data),
    isPricing: preview.isPending || preview.isPlaceholderData,
  };
}

/** Where the id stands in the key of a preview: another workflow's price is never shown, not even for a moment. */
const idInKey = 2;

/** What releasing a workflow moves; `undefined` while nobody knows. */
export type PriceOf = (workflow: Workflow) => ReleasePrice | undefined;

/** The server is asked for as many prices as one looks at; it is asked again for each that is released anyway. */
const askedAtMost = 60;

/** The prices of many: the server's where it offers them, and otherwise, or until they come, what the transactions tell. */
export function useReleasePrices(all: readonly Workflow[]): PriceOf {
  const api = useApi();
  const workflows = all.slice(0, askedAtMost);
  return useQueries({
    queries: workflows.map((workflow) => releasePreviewQuery(api, workflow)),
    combine: (results): PriceOf => {
      const told = new Map(workflows.map(({ id }, index) => [id, results[index]?.data]));
      return (workflow) => told.get(workflow.id) ?? releasePrice(workflow);
    },
  });
}
