import { invokeRecipe } from "#contract/recipe-operations.ts";
import { workflowTemplateSchema } from "#contract/workflow.ts";
import type { Refusal } from "../refusal.ts";
import { patchWorkflow } from "../workflows/patch.ts";
import { quoteWorkflow } from "../workflows/quote.ts";
import { submitWorkflow } from "../workflows/submit.ts";
import type { WorkflowAnswer } from "../workflows/view.ts";
import { droppedHeader, priceHeaders } from "./cost-headers.ts";
import { type Call, implement, type Route } from "./implement.ts";
import { problem, refuse } from "./problems.ts";
import { viewOf } from "./view-of.ts";
import { isOver, workflowReply } from "./workflow-reply.ts";

/** A workflow of one step, whose input is the body. Source: decisions, "Querying and amending". */
const invoke = implement(invokeRecipe)(async (call) => {
  const { services, account, params, query, signal } = call;
  if (!services.steps.types.includes(params.recipe)) return problem(404, `There is no recipe "${params.recipe}".`);
  const { allowMatureContent, experimental, ephemeral } = query;
  const steps = [{ $type: params.recipe, input: call.body }];
  const template = workflowTemplateSchema.parse({ steps, allowMatureContent, experimental, ephemeral });
  const view = viewOf(call, query);
  const isHeld = services.dialect.recipesAnswer === "output";
  const waitSeconds = isHeld ? services.dialect.longestWaitSeconds : query.wait;
  const outcome = query.whatif
    ? await quoteWorkflow(services, account, template, view)
    : await submitWorkflow(services, account, template, { ...view, waitSeconds, signal });
  if (!outcome.ok) return refuse(inBody(outcome), 403);
  const { workflow, dropped } = outcome.value;
  const headers = { ...priceHeaders(workflow), ...droppedHeader(dropped.map(pathInBody)) };
  if (!isHeld) return workflowReply(workflow, { isSettled: query.whatif, headers });
  // The output of what did not run is empty, and its price is in the headers alone (facts 1.5 #2).
  return query.whatif ? { status: 200, body: {}, headers } : outputReply(call, workflow, headers);
});

export const recipeRoutes: readonly Route[] = [invoke];

/** The output of the only step. Who does not wait for the end gets none, and loses the work. Source: facts 1.5 #1. */
async function outputReply(
  { services, account, signal }: Call<typeof invokeRecipe>,
  workflow: WorkflowAnswer,
  headers: Record<string, string>,
) {
  const { id, status, steps } = workflow;
  const [step] = steps;
  if (status === "succeeded") return { status: 200 as const, body: step?.output ?? {}, headers };
  if (id && signal.aborted) await patchWorkflow(services, account, id, [cancel]);
  if (!isOver(workflow)) return problem(502, "The step is not over.");
  // How a step that came to nothing is told is documented nowhere; 400 is the only refusal that recipes declare.
  return { ...problem(400, step?.reason ?? `The step is ${status}.`), headers };
}

const cancel = { op: "replace", path: "/status", value: "canceled" } as const;

/** The body is the input: what is wrong is told by its place there, not in a workflow that nobody wrote. */
function inBody(refusal: Refusal): Refusal {
  if (refusal.reason !== "invalid") return refusal;
  const errors = Object.entries(refusal.errors).map(([path, messages]) => [pathInBody(path), messages]);
  return { ...refusal, errors: Object.fromEntries(errors) };
}

function pathInBody(path: string): string {
  return path.replace(/^steps\[0\]\.input(\.|(?=\[)|$)/, "");
}
