import * as z from "zod/mini";
import { getAccount } from "#contract/account-operation.ts";
import { jsonObjectSchema } from "#contract/json.ts";
import { json, type Operation } from "#contract/operation.ts";
import { invokeRecipe, stepOutputSchema } from "#contract/recipe-operations.ts";
import { getWorkflowStep, updateWorkflowStep } from "#contract/step-operations.ts";
import { queryWorkflows, submitWorkflow, updateWorkflow } from "#contract/workflow-operations.ts";

/** The operation as the hosted API has it; `undefined` for what it has none of. Source: facts 1 and 7.3. */
export function offerHosted(operation: Operation): Operation | undefined {
  // Nobody can ask the hosted API for a balance.
  if (operation.id === getAccount.id) return undefined;
  const known = offered.get(operation);
  if (known) return known;
  const made = withReplies(change(operation));
  offered.set(operation, made);
  return made;
}

/** Made once for each operation. */
const offered = new WeakMap<Operation, Operation>();

function change(operation: Operation): Operation {
  switch (operation.id) {
    case queryWorkflows.id:
      // Facts 1.5 #3.
      return withoutQuery(operation, ["status"]);
    case updateWorkflow.id:
      return withoutReply(withoutQuery(operation, ["whatif", "hideMatureContent"]), [200]);
    case getWorkflowStep.id:
      return withoutQuery(operation, ["hideMatureContent"]);
    case updateWorkflowStep.id:
      return { ...operation, summary: "Replace a step's metadata", body: { ...metadataOnly } };
    case invokeRecipe.id: {
      const recipe = withoutReply(withoutQuery(operation, ["wait", "hideMatureContent"]), [202]);
      const output = json(stepOutputSchema, "The output of the step, once it is over.");
      return { ...recipe, responses: { ...recipe.responses, 200: output } };
    }
    default:
      return operation;
  }
}

/** The only member, and it is required (facts 1.1). */
const metadataOnly = {
  kind: "json",
  mediaType: "application/json",
  schema: z.object({ metadata: jsonObjectSchema }),
} as const;

/** 409 is on no operation, 429 on the submit alone. Source: facts 1.5 #30 and #31. */
function withReplies(operation: Operation): Operation {
  return withoutReply(operation, operation.id === submitWorkflow.id ? [409] : [409, 429]);
}

function withoutReply(operation: Operation, statuses: readonly number[]): Operation {
  const replies = Object.entries(operation.responses).filter(([status]) => !statuses.includes(Number(status)));
  return { ...operation, responses: Object.fromEntries(replies) };
}

function withoutQuery(operation: Operation, names: readonly string[]): Operation {
  const shape = Object.entries(operation.query?.shape ?? {}).filter(([name]) => !names.includes(name));
  return { ...operation, query: shape.length === 0 ? undefined : z.object(Object.fromEntries(shape)) };
}
