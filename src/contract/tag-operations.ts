import * as z from "zod/mini";
import { empty, json, operation } from "./operation.ts";
import { problemSchema } from "./problem.ts";
import { readOnly, tooManyRequests, unauthorised, unknownWorkflow } from "./refusals.ts";
import { soughtTagSchema, tagSchema } from "./workflow.ts";

const tag = "Tags";
const params = z.object({ workflowId: z.string().check(z.minLength(1)) });
const responses = {
  204: empty("Done."),
  400: json(problemSchema, "The tag is not valid, or there are 10 already."),
  401: unauthorised,
  403: readOnly,
  404: unknownWorkflow,
  429: tooManyRequests,
};

export const addWorkflowTag = operation({
  id: "AddWorkflowTag",
  method: "POST",
  path: "/v2/consumer/workflows/{workflowId}/tags",
  summary: "Add a tag; adding one twice is adding it once",
  tag,
  access: "write",
  params,
  body: { kind: "json", schema: tagSchema, mediaType: "application/json" },
  responses,
});

export const removeWorkflowTag = operation({
  id: "RemoveWorkflowTag",
  method: "DELETE",
  path: "/v2/consumer/workflows/{workflowId}/tags/{tag}",
  summary: "Remove a tag",
  tag,
  access: "write",
  params: z.extend(params, { tag: soughtTagSchema.check(z.minLength(1)) }),
  responses,
});

export const removeAllWorkflowTags = operation({
  id: "RemoveAllWorkflowTags",
  method: "DELETE",
  path: "/v2/consumer/workflows/{workflowId}/tags",
  summary: "Remove all tags",
  tag,
  access: "write",
  params,
  responses,
});
