import { getWorkflowStep, patchWorkflowStep, updateWorkflowStep } from "#contract/step-operations.ts";
import { getStep, patchStep, updateStep } from "../workflows/steps.ts";
import { droppedHeader } from "./cost-headers.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";
import { viewOf } from "./view-of.ts";

const get = implement(getWorkflowStep)((call) => {
  const { workflowId, stepName } = call.params;
  const outcome = getStep(call.services, call.account, workflowId, stepName, viewOf(call, call.query));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

const update = implement(updateWorkflowStep)(async ({ services, account, params, body, dropped }) => {
  const outcome = await updateStep(services, account, params.workflowId, params.stepName, body);
  if (!outcome.ok) return refuse(outcome);
  return { status: 204, headers: droppedHeader([...dropped, ...outcome.value.dropped]) };
});

const patch = implement(patchWorkflowStep)(async ({ services, account, params, body }) => {
  const outcome = await patchStep(services, account, params.workflowId, params.stepName, body);
  return outcome.ok ? { status: 204, headers: droppedHeader(outcome.value.dropped) } : refuse(outcome);
});

export const stepRoutes: readonly Route[] = [get, update, patch];
