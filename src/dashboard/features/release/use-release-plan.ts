import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Workflow } from "#contract/workflow.ts";
import { type Api, useApi } from "#dashboard/api/api.ts";
import { balanceQuery } from "#dashboard/api/balance-query.ts";
import { capabilitiesQuery } from "#dashboard/api/server-document.ts";
import { previewUpdate } from "#dashboard/api/workflow-mutations.ts";
import { workflowKeys } from "#dashboard/api/workflow-queries.ts";
import { planRelease } from "./release-plan.ts";

/** What releasing this workflow would do, priced by the server where it offers that. */
export function useReleasePlan(id: string, workflow: Workflow) {
  const api = useApi();
  const preview = useQuery(previewQuery(api, id, workflow));
  const balances = useQuery(balanceQuery(api));
  return {
    plan: preview.isPending ? undefined : planRelease(workflow, preview.data ?? undefined, balances.data),
    isPricing: preview.isPending,
  };
}

/**
 * The workflow as it would be released. Only a server that declares the preview is asked: another one would take it for
 * the release itself.
 */
function previewQuery(api: Api, id: string, workflow: Workflow) {
  return queryOptions({
    queryKey: [...workflowKeys.detail(id), "release-preview", workflow.transactions?.list?.length ?? 0],
    queryFn: async ({ client, signal }): Promise<Workflow | null> => {
      const { previewsUpdates } = await client.ensureQueryData(capabilitiesQuery(api));
      if (!previewsUpdates) return null;
      // A refusal, such as too little yellow, still leaves the price that our own sum tells.
      return (await previewUpdate(api, id, { allowMatureContent: true }, signal).catch(() => undefined)) ?? null;
    },
    retry: false,
  });
}
