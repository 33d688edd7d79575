import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { updateWorkflowStep } from "#contract/step-operations.ts";
import { addWorkflowTag, removeWorkflowTag } from "#contract/tag-operations.ts";
import { isReleasable, type Workflow, type WorkflowUpdate } from "#contract/workflow.ts";
import { deleteWorkflow, updateWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { accountKey } from "./balance-query.ts";
import { takeOffDesk } from "./desk-list.ts";
import { isOutcomeUnknown } from "./is-outcome-unknown.ts";
import { tryWrite } from "./lost-answers.ts";
import { forgetPrices } from "./quote-query.ts";
import { readWorkflow, workflowKeys } from "./workflow-queries.ts";

/**
 * Change a workflow by PUT and answer it as it is now. Servers that answer nothing (204) are asked again.
 * Source: decisions, "Mature content".
 */
export async function changeWorkflow(api: Api, id: string, update: WorkflowUpdate): Promise<Workflow> {
  const { body } = await api.call(updateWorkflow, { params: { workflowId: id }, body: update });
  return body ?? readChanged(api, id);
}

/** Read what was changed just now. That the reading failed, or was refused, says nothing against the change. */
async function readChanged(api: Api, id: string): Promise<Workflow> {
  try {
    return await readWorkflow(api, id);
  } catch (error) {
    if (!(error instanceof ApiProblem && !isOutcomeUnknown(error))) throw error;
    throw new ApiProblem({
      kind: "unreadable",
      title: "Not seen after the change",
      detail: `The server took the change, but the workflow could not be read after it: ${error.message}`,
    });
  }
}

/** What a workflow would be after an update, its transactions included; `undefined` where the server does not offer that. */
export async function previewUpdate(
  api: Api,
  id: string,
  update: WorkflowUpdate,
  signal?: AbortSignal,
): Promise<Workflow | undefined> {
  const { body } = await api.call(updateWorkflow, {
    params: { workflowId: id },
    query: { whatif: true },
    body: update,
    ...(signal ? { signal } : {}),
  });
  return body;
}

/** Cancel, release, or replace tags or metadata. Never retried by itself: a release spends. */
export function updateWorkflowMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: ["update-workflow"],
    mutationFn: ({ id, update }: { id: string; update: WorkflowUpdate }) => changeWorkflow(api, id, update),
    onSuccess: (workflow, { id }) => rememberWorkflow(api, client, id, workflow),
  });
}

/** Add or remove one tag, and answer the workflow as it is then. */
export function tagMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: ["tag-workflow"],
    mutationFn: async ({ id, tag, present }: { id: string; tag: string; present: boolean }) => {
      if (present) await api.call(addWorkflowTag, { params: { workflowId: id }, body: tag });
      else await api.call(removeWorkflowTag, { params: { workflowId: id, tag } });
      return readChanged(api, id);
    },
    onSuccess: (workflow, { id }) => rememberWorkflow(api, client, id, workflow),
  });
}

/** Remove a workflow; one that is gone already is no failure, so that a lost answer can be asked for again. */
export async function removeWorkflow(api: Api, client: QueryClient, id: string): Promise<undefined> {
  try {
    await api.call(deleteWorkflow, { params: { workflowId: id } });
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 404)) throw error;
  }
  takeOffDesk(client, api, new Set([id]));
  return undefined;
}

/** Remove a workflow; what was live is canceled and refunded. */
export function deleteWorkflowMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: ["delete-workflow"],
    mutationFn: ({ id }: { id: string }) => removeWorkflow(api, client, id),
    onSuccess: async (_, { id }) => {
      client.removeQueries({ queryKey: workflowKeys.detail(id) });
      await Promise.all([
        client.invalidateQueries({ queryKey: workflowKeys.lists() }),
        client.invalidateQueries({ queryKey: accountKey }),
        forgetPrices(client),
      ]);
    },
  });
}

/** Put a fresh workflow into the cache, and let lists, the count at the desk and balances be read again. */
export async function rememberWorkflow(api: Api, client: QueryClient, id: string, workflow: Workflow): Promise<void> {
  client.setQueryData(workflowKeys.one(api, id), workflow);
  if (!isReleasable(workflow)) takeOffDesk(client, api, new Set([id]));
  await Promise.all([
    client.invalidateQueries({ queryKey: workflowKeys.lists() }),
    client.invalidateQueries({ queryKey: workflowKeys.deskCounts() }),
    client.invalidateQueries({ queryKey: accountKey }),
    forgetPrices(client),
  ]);
}

/**
 * Replace the input of a step that has not begun, and answer the workflow as it is then: the server charges or refunds
 * the difference in price. Refuses with 409 once the step has begun, with 400 when it is not valid or the Buzz is short.
 */
export function updateStepInputMutation(api: Api, client: QueryClient) {
  return mutationOptions({
    mutationKey: ["update-step"],
    mutationFn: async ({ id, stepName, input }: { id: string; stepName: string; input: unknown }) => {
      const params = { workflowId: id, stepName };
      return tryWrite(`${id} ${stepName}`, async () => {
        await api.call(updateWorkflowStep, { params, body: { input } });
        return readChanged(api, id);
      });
    },
    onSuccess: (workflow, { id }) => rememberWorkflow(api, client, id, workflow),
  });
}
