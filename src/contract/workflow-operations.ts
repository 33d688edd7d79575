import * as z from "zod/mini";
import { jsonPatchSchema } from "./json-patch.ts";
import {
  booleanParam,
  choiceParam,
  empty,
  instantParam,
  integerParam,
  json,
  listParam,
  operation,
  waitParam,
} from "./operation.ts";
import { problemSchema } from "./problem.ts";
import { tooManyRequests, unauthorised, unknownWorkflow } from "./refusals.ts";
import { statuses, statusSchema } from "./status.ts";
import {
  soughtTagSchema,
  workflowPageSchema,
  workflowSchema,
  workflowTemplateSchema,
  workflowUpdateSchema,
} from "./workflow.ts";

const tag = "Workflows";
const params = z.object({ workflowId: z.string().check(z.minLength(1)) });
const refused = {
  400: json(problemSchema, "The request is not valid; `errors` says where."),
  401: unauthorised,
  403: json(problemSchema, "The token may not do this, or the Buzz does not suffice."),
  404: unknownWorkflow,
  409: json(problemSchema, "The workflow's status does not allow this any more."),
  429: tooManyRequests,
};

/** The headers that carry a price beside the body. Source: decisions, "Submitting". */
export const costHeaders = {
  total: "X-Civitai-Cost-Total",
  byCurrency: "X-Civitai-Cost-By-Currency",
  insufficientBuzz: "X-Civitai-Insufficient-Buzz",
} as const;

/** Fields of the request that no schema knows and that were dropped; only the sandbox tells. */
export const droppedFieldsHeader = "X-Sandbox-Dropped-Fields";

export const submitWorkflow = operation({
  id: "SubmitWorkflow",
  method: "POST",
  path: "/v2/consumer/workflows",
  summary: "Submit a workflow, or price it with whatif",
  tag,
  access: "write",
  query: z.object({ wait: waitParam(), whatif: booleanParam(false), hideMatureContent: booleanParam(false) }),
  body: { kind: "json", schema: workflowTemplateSchema, mediaType: "application/json" },
  responses: {
    200: json(workflowSchema, "The workflow is over, was there before (externalId), or was only priced (whatif)."),
    202: json(workflowSchema, "The workflow is accepted and still running."),
    400: refused[400],
    401: refused[401],
    403: refused[403],
    429: refused[429],
  },
});

export const queryWorkflows = operation({
  id: "QueryWorkflows",
  method: "GET",
  path: "/v2/consumer/workflows",
  summary: "List workflows by tags, status and date, newest first",
  tag,
  access: "read",
  query: z.object({
    tags: listParam(soughtTagSchema),
    excludeTags: listParam(soughtTagSchema),
    status: listParam(z.pipe(z.string().check(z.toLowerCase()), statusSchema)).check(
      z.meta({ type: "array", items: { type: "string", enum: [...statuses] } }),
    ),
    fromDate: z.optional(instantParam()),
    toDate: z.optional(instantParam()),
    query: z.optional(z.string()),
    ascending: booleanParam(false),
    excludeFailed: booleanParam(false),
    take: integerParam({ min: 1, max: 1000, default: 100 }),
    cursor: z.optional(z.string()),
    hideMatureContent: booleanParam(true),
  }),
  responses: {
    200: json(workflowPageSchema, "A page of workflows; the last one has no `next`."),
    400: refused[400],
    401: refused[401],
    429: refused[429],
  },
});

export const getWorkflow = operation({
  id: "GetWorkflow",
  method: "GET",
  path: "/v2/consumer/workflows/{workflowId}",
  summary: "Read a workflow, at once, at its end, or at its next change",
  tag,
  access: "read",
  params,
  query: z.object({
    wait: waitParam(),
    until: z._default(choiceParam(["completion", "change"]), "completion"),
    hideMatureContent: booleanParam(false),
  }),
  responses: {
    200: json(workflowSchema, "The workflow is over."),
    202: json(workflowSchema, "The workflow is still running."),
    400: refused[400],
    401: refused[401],
    404: refused[404],
    429: refused[429],
  },
});

export const updateWorkflow = operation({
  id: "UpdateWorkflow",
  method: "PUT",
  path: "/v2/consumer/workflows/{workflowId}",
  summary: "Cancel or release a workflow, or replace its metadata or tags",
  tag,
  access: "write",
  params,
  query: z.object({ whatif: booleanParam(false), hideMatureContent: booleanParam(false) }),
  body: { kind: "json", schema: workflowUpdateSchema, mediaType: "application/json" },
  responses: {
    200: json(workflowSchema, "The workflow as it is now; with whatif, as it would be."),
    204: empty("Done; some servers answer nothing."),
    400: refused[400],
    401: refused[401],
    403: refused[403],
    404: refused[404],
    409: refused[409],
    429: refused[429],
  },
});

export const patchWorkflow = operation({
  id: "PatchWorkflow",
  method: "PATCH",
  path: "/v2/consumer/workflows/{workflowId}",
  summary: "The same as PUT, by JSON Patch: all operations or none",
  tag,
  access: "write",
  params,
  body: { kind: "json", schema: jsonPatchSchema, mediaType: "application/json-patch+json" },
  responses: {
    204: empty("Done."),
    400: refused[400],
    401: refused[401],
    403: refused[403],
    404: refused[404],
    409: refused[409],
    429: refused[429],
  },
});

export const deleteWorkflow = operation({
  id: "DeleteWorkflow",
  method: "DELETE",
  path: "/v2/consumer/workflows/{workflowId}",
  summary: "Cancel what is live, refund it, and remove the workflow",
  tag,
  access: "write",
  params,
  responses: { 204: empty("Gone."), 401: refused[401], 403: refused[403], 404: refused[404], 429: refused[429] },
});
