import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { netByCurrency } from "#contract/cost.ts";
import { type ReleasePrice, releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "./api.ts";
import { knownCapabilities } from "./server-document.ts";
import { previewUpdate } from "./workflow-mutations.ts";
import { workflowKeys } from "./workflow-queries.ts";

/**
 * What releasing a workflow moves, by the server's own preview; `null` where it offers none. Only a server that declares
 * the preview is asked: another one would take it for the release itself. Asked again once the transactions change.
 */
export function releasePreviewQuery(api: Api, workflow: Workflow) {
  const id = workflow.id ?? "";
  return queryOptions({
    queryKey: [...workflowKeys.detail(id), "release-preview", workflow.transactions?.list?.length ?? 0],
    queryFn: async ({ client, signal }): Promise<ReleasePrice | null> => {
      const { previewsUpdates } = await knownCapabilities(api, client);
      if (!previewsUpdates) return null;
      // A refusal, such as too little yellow, still leaves the price that our own sum tells.
      const preview = await inTurn(() => previewUpdate(api, id, { allowMatureContent: true }, signal)).catch(
        () => null,
      );
      return preview ? (priceBetween(workflow, preview) ?? null) : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** The price of a release as it stands now: the server's, or else the sum of what blue and green paid. */
export async function askReleasePrice(api: Api, client: QueryClient, now: Workflow): Promise<ReleasePrice | undefined> {
  const preview = await client.fetchQuery({ ...releasePreviewQuery(api, now), staleTime: 0 });
  return preview ?? releasePrice(now);
}

/** What lies between a workflow and what it would be, in whole Buzz; `undefined` where either tells no transactions. */
export function priceBetween(workflow: Workflow, preview: Workflow): ReleasePrice | undefined {
  const [now, then] = [netByCurrency(workflow.transactions), netByCurrency(preview.transactions)];
  if (!now || !then) return undefined;
  const refund = { blue: now.blue - then.blue, green: now.green - then.green, yellow: 0 };
  return { refund, chargeYellow: then.yellow - now.yellow };
}

const atOnceAtMost = 4;
let underWay = 0;
const queue: (() => void)[] = [];

/** A desk of hundreds asks for hundreds of prices: a few at a time, so that the limit is left to what the operator does. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  while (underWay >= atOnceAtMost) await new Promise<void>((go) => queue.push(go));
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
    queue.shift()?.();
  }
}
