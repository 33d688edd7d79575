import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { Workflow } from "#contract/workflow.ts";
import { submitWorkflow } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { accountKey } from "./balance-query.ts";
import { tryWrite } from "./lost-answers.ts";
import { retryDelayMs, retryRead } from "./polling.ts";
import { forgetPrices, type TemplateInput } from "./quote-query.ts";
import { submitKey } from "./submit-key.ts";
import { workflowKeys } from "./workflow-queries.ts";

/** A template that may be sent more than once: it carries the `externalId` by which the server knows it again. */
export type RepeatableTemplate = TemplateInput & { externalId: string };

/**
 * Submit a workflow. A lost answer is asked for again, because the `externalId` makes the second submit the first one:
 * it can't be paid twice. `waitSeconds`: how long the answer may wait for the end. Source: decisions, "Submitting"; facts 6.
 */
export function submitMutation(api: Api, client: QueryClient, waitSeconds = 0) {
  return mutationOptions({
    mutationKey: submitKey,
    mutationFn: (template: RepeatableTemplate) => submit(api, template, waitSeconds),
    retry: (failures, error) => error instanceof ApiProblem && retryRead(failures, error),
    retryDelay: retryDelayMs,
    onSuccess: async (workflow) => {
      if (workflow.id) client.setQueryData(workflowKeys.one(api, workflow.id), workflow);
      await Promise.all([
        client.invalidateQueries({ queryKey: workflowKeys.lists() }),
        client.invalidateQueries({ queryKey: accountKey }),
        forgetPrices(client),
      ]);
    },
  });
}

async function submit(api: Api, template: RepeatableTemplate, waitSeconds: number): Promise<Workflow> {
  const query = waitSeconds > 0 ? { wait: waitSeconds } : {};
  return tryWrite(template.externalId, async () => (await api.call(submitWorkflow, { query, body: template })).body);
}
