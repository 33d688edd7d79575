import * as z from "zod/mini";
import { booleanParam, json, operation, optionalBooleanParam, waitParam } from "./operation.ts";
import { problemSchema } from "./problem.ts";
import { tooManyRequests, unauthorised } from "./refusals.ts";
import { workflowSchema } from "./workflow.ts";

/** What a step makes, whatever its type. */
export const stepOutputSchema = z.unknown();

/**
 * A workflow of one step, by its type: the body is the step's input. The sandbox answers the workflow (guide); a hosted
 * server answers the step's output only, so look at the shape. Source: decisions, "Querying and amending".
 */
export const invokeRecipe = operation({
  id: "InvokeRecipe",
  method: "POST",
  path: "/v2/consumer/recipes/{recipe}",
  summary: "Run one step of a type; the body is its input",
  tag: "Recipes",
  access: "write",
  params: z.object({ recipe: z.string().check(z.minLength(1)) }),
  query: z.object({
    whatif: booleanParam(false),
    wait: waitParam(),
    hideMatureContent: booleanParam(false),
    allowMatureContent: optionalBooleanParam(),
    experimental: optionalBooleanParam(),
    ephemeral: booleanParam(false),
  }),
  body: { kind: "json", schema: z.unknown(), mediaType: "application/json" },
  responses: {
    200: json(z.union([workflowSchema, stepOutputSchema]), "The workflow is over or was only priced."),
    202: json(workflowSchema, "The workflow is accepted and still running."),
    400: json(problemSchema, "The input is not valid; `errors` says where."),
    401: unauthorised,
    403: json(problemSchema, "The token may not do this, or the Buzz does not suffice."),
    404: json(problemSchema, "There is no such recipe."),
    429: tooManyRequests,
  },
});
