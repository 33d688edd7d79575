import { addWorkflowTag, removeAllWorkflowTags, removeWorkflowTag } from "#contract/tag-operations.ts";
import { addTag, removeAllTags, removeTag } from "../workflows/tags.ts";
import { implement, type Route } from "./implement.ts";
import { refuse } from "./problems.ts";

const add = implement(addWorkflowTag)(({ services, account, params, body }) => {
  const outcome = addTag(services, account, params.workflowId, body);
  return outcome.ok ? { status: 204 } : refuse(outcome);
});

const remove = implement(removeWorkflowTag)(({ services, account, params }) => {
  const outcome = removeTag(services, account, params.workflowId, params.tag);
  return outcome.ok ? { status: 204 } : refuse(outcome);
});

const removeAll = implement(removeAllWorkflowTags)(({ services, account, params }) => {
  const outcome = removeAllTags(services, account, params.workflowId);
  return outcome.ok ? { status: 204 } : refuse(outcome);
});

export const tagRoutes: readonly Route[] = [add, remove, removeAll];
