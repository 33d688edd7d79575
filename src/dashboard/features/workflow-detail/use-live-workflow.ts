import { useQuery } from "@tanstack/react-query";
import { isTerminal } from "#contract/status.ts";
import { useApi } from "#dashboard/api/api.ts";
import { capabilitiesQuery } from "#dashboard/api/server-document.ts";
import { workflowChangeQuery, workflowQuery } from "#dashboard/api/workflow-queries.ts";

/** A workflow that is kept up to date until it is over: told of each change where the server can, read again and again where not. */
export function useLiveWorkflow(id: string) {
  const api = useApi();
  const { data: capabilities } = useQuery(capabilitiesQuery(api));
  const isTold = capabilities?.waitsForChange === true;
  const workflow = useQuery({ ...workflowQuery(api, id), ...(isTold ? { refetchInterval: false } : {}) });
  const isRunning = workflow.data !== undefined && !isTerminal(workflow.data.status);
  const change = useQuery({ ...workflowChangeQuery(api, id), enabled: isTold && isRunning });
  return { ...workflow, isRefetchError: workflow.isRefetchError || (isRunning && change.isError) };
}
