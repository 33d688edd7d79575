import { invokeRecipe } from "#contract/recipe-operations.ts";
import { workflowTemplateSchema } from "#contract/workflow.ts";
import type { Refusal } from "../refusal.ts";
import { quoteWorkflow } from "../workflows/quote.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import { droppedHeader, priceHeaders } from "./cost-headers.ts";
import { implement, type Route } from "./implement.ts";
import { problem, refuse } from "./problems.ts";
import { workflowReply } from "./workflow-reply.ts";
import { viewOf } from "./workflow-routes.ts";

/** A workflow of one step, whose input is the body. Source: decisions, "Querying and amending". */
const invoke = implement(invokeRecipe)(async (call) => {
  const { services, account, params, query, request } = call;
  if (!services.steps.types.includes(params.recipe)) return problem(404, `There is no recipe "${params.recipe}".`);
  const { allowMatureContent, experimental, ephemeral } = query;
  const steps = [{ $type: params.recipe, input: call.body }];
  const template = workflowTemplateSchema.parse({ steps, allowMatureContent, experimental, ephemeral });
  const view = viewOf(call, query);
  const outcome = query.whatif
    ? await quoteWorkflow(services, account, template, view)
    : await submitWorkflow(services, account, template, { ...view, waitSeconds: query.wait, signal: request.signal });
  if (!outcome.ok) return refuse(inBody(outcome), 403);
  const { workflow, dropped } = outcome.value;
  const headers = { ...priceHeaders(workflow), ...droppedHeader(dropped.map(pathInBody)) };
  return workflowReply(workflow, { isSettled: query.whatif, headers });
});

export const recipeRoutes: readonly Route[] = [invoke];

/** The body is the input: what is wrong is told by its place there, not in a workflow that nobody wrote. */
function inBody(refusal: Refusal): Refusal {
  if (refusal.reason !== "invalid") return refusal;
  const errors = Object.entries(refusal.errors).map(([path, messages]) => [pathInBody(path), messages]);
  return { ...refusal, errors: Object.fromEntries(errors) };
}

function pathInBody(path: string): string {
  return path.replace(/^steps\[0\]\.input(\.|(?=\[)|$)/, "");
}
