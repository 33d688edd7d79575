import {
  deleteWorkflow as deleteOperation,
  getWorkflow as getOperation,
  patchWorkflow as patchOperation,
  queryWorkflows as queryOperation,
  submitWorkflow as submitOperation,
  updateWorkflow as updateOperation,
} from "#contract/workflow-operations.ts";
import { awaitWorkflow } from "../workflows/await.ts";
import { deleteWorkflow } from "../workflows/delete.ts";
import { getWorkflow } from "../workflows/get.ts";
import { patchWorkflow } from "../workflows/patch.ts";
import { queryWorkflows } from "../workflows/query.ts";
import { quoteWorkflow } from "../workflows/quote.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { updateWorkflow } from "../workflows/update.ts";
import { droppedHeader, priceHeaders } from "./cost-headers.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";
import { viewOf } from "./view-of.ts";
import { workflowReply } from "./workflow-reply.ts";

const submit = implement(submitOperation)(async (call) => {
  const { services, account, body, query, signal } = call;
  const view = viewOf(call, query);
  const wish = { ...view, waitSeconds: query.wait, signal };
  const outcome = query.whatif
    ? await quoteWorkflow(services, account, body, view)
    : await submitWorkflow(services, account, body, wish);
  if (!outcome.ok) return refuse(outcome, 403);
  const { workflow, dropped } = outcome.value;
  const isSettled = query.whatif || ("existed" in outcome.value && outcome.value.existed === true);
  const headers = { ...priceHeaders(workflow), ...droppedHeader([...call.dropped, ...dropped]) };
  return workflowReply(workflow, { isSettled, headers });
});

const query = implement(queryOperation)((call) => {
  const outcome = queryWorkflows(call.services, call.account, call.query, viewOf(call, call.query));
  return outcome.ok ? { status: 200, body: outcome.value } : refuse(outcome);
});

const get = implement(getOperation)(async (call) => {
  const { services, account, params, signal } = call;
  const { wait, until } = call.query;
  await awaitWorkflow(services, account, params.workflowId, { waitSeconds: wait, until, signal });
  const outcome = getWorkflow(services, account, params.workflowId, viewOf(call, call.query));
  return outcome.ok ? workflowReply(outcome.value.workflow) : refuse(outcome);
});

const update = implement(updateOperation)(async (call) => {
  const { services, account, params, body, query } = call;
  const view = { ...viewOf(call, query), whatif: query.whatif };
  const outcome = await updateWorkflow(services, account, params.workflowId, body, view);
  if (!outcome.ok) return refuse(outcome);
  const headers = droppedHeader(call.dropped);
  if (!services.dialect.answersUpdates) return { status: 204, headers };
  return { status: 200, body: outcome.value.workflow, headers };
});

const patch = implement(patchOperation)(async ({ services, account, params, body }) => {
  const outcome = await patchWorkflow(services, account, params.workflowId, body);
  return outcome.ok ? { status: 204 } : refuse(outcome);
});

const remove = implement(deleteOperation)(({ services, account, params }) => {
  const outcome = deleteWorkflow(services, account, params.workflowId);
  return outcome.ok ? { status: 204 } : refuse(outcome);
});

export const workflowRoutes: readonly Route[] = [submit, query, get, update, patch, remove];
