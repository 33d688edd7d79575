import * as z from "zod/mini";
import { jsonPatchSchema } from "./json-patch.ts";
import { booleanParam, empty, json, operation } from "./operation.ts";
import { problemSchema } from "./problem.ts";
import { readOnly, tooManyRequests, unauthorised } from "./refusals.ts";
import { stepSchema, stepUpdateSchema } from "./step.ts";

const tag = "Steps";
const params = z.object({ workflowId: z.string().check(z.minLength(1)), stepName: z.string().check(z.minLength(1)) });
const refused = {
  400: json(problemSchema, "The request is not valid, or the Buzz for the new input does not suffice."),
  401: unauthorised,
  403: readOnly,
  404: json(problemSchema, "There is no such step in this account."),
  409: json(problemSchema, "The step is not `unassigned` any more; its input stands."),
  429: tooManyRequests,
};

export const getWorkflowStep = operation({
  id: "GetWorkflowStep",
  method: "GET",
  path: "/v2/consumer/workflows/{workflowId}/steps/{stepName}",
  summary: "Read a step",
  tag,
  access: "read",
  params,
  query: z.object({ hideMatureContent: booleanParam(false) }),
  responses: { 200: json(stepSchema, "The step."), 401: refused[401], 404: refused[404], 429: refused[429] },
});

export const updateWorkflowStep = operation({
  id: "UpdateWorkflowStep",
  method: "PUT",
  path: "/v2/consumer/workflows/{workflowId}/steps/{stepName}",
  summary: "Replace a step's metadata, or its input while it is unassigned",
  tag,
  access: "write",
  params,
  body: { kind: "json", schema: stepUpdateSchema, mediaType: "application/json" },
  responses: { 204: empty("Done."), ...refused },
});

export const patchWorkflowStep = operation({
  id: "PatchWorkflowStep",
  method: "PATCH",
  path: "/v2/consumer/workflows/{workflowId}/steps/{stepName}",
  summary: "The same as PUT, by JSON Patch",
  tag,
  access: "write",
  params,
  body: { kind: "json", schema: jsonPatchSchema, mediaType: "application/json-patch+json" },
  responses: { 204: empty("Done."), ...refused },
});
