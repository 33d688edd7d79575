import * as z from "zod/mini";
import { jsonObjectSchema } from "./json.ts";
import { booleanParam, integerParam, json, type Operation, operation } from "./operation.ts";
import { refused } from "./refusals.ts";

/*
 * The log of callbacks: what a sandbox sent to whom, and what came back. The hosted API has nothing like it.
 */

const tag = "Sandbox";

/**
 * One try to deliver: when, how many milliseconds it took, and either the status and the beginning of the answer, or why
 * there was none.
 */
export const deliveryTrySchema = z.object({
  at: z.string(),
  ms: z.number(),
  status: z.nullish(z.int()),
  answer: z.nullish(z.string()),
  error: z.nullish(z.string()),
});
export type DeliveryTry = z.output<typeof deliveryTrySchema>;

/** `pending` is still to be delivered; `given-up` was tried as often as is tried. */
export const deliveryStates = ["pending", "delivered", "given-up"] as const;

/** An event on its way to a callback. A pending one without `nextTryAt` waits until an earlier one is through. */
export const deliverySchema = z.object({
  id: z.string(),
  workflowId: z.string(),
  event: z.string().check(z.describe("What happened, such as step:succeeded.")),
  url: z.string(),
  payload: jsonObjectSchema.check(z.describe("What is sent; very long texts are cut here.")),
  state: z.enum(deliveryStates),
  createdAt: z.string(),
  nextTryAt: z.nullish(z.string()),
  tries: z.array(deliveryTrySchema),
});
export type Delivery = z.output<typeof deliverySchema>;

export const deliveryPageSchema = z.object({ items: z.array(deliverySchema), next: z.optional(z.string()) });

export const listCallbacks = operation({
  id: "ListSandboxCallbacks",
  method: "GET",
  path: "/_sandbox/callbacks",
  summary: "What was sent to the callbacks of the bearer's workflows, and what they answered, newest first",
  tag,
  access: "read",
  query: z.object({
    workflowId: z.optional(z.string()),
    take: integerParam({ min: 1, max: 200, default: 50 }),
    cursor: z.optional(z.string()),
    hideMatureContent: booleanParam(false),
  }),
  responses: {
    200: json(deliveryPageSchema, "A page of the log; the last one has no `next`."),
    400: refused,
    401: refused,
    403: refused,
  },
});

export const retryCallback = operation({
  id: "RetrySandboxCallback",
  method: "POST",
  path: "/_sandbox/callbacks/{deliveryId}/retry",
  summary: "Deliver an event once more: at once, or after the earlier ones of its workflow",
  tag,
  access: "read",
  params: z.object({ deliveryId: z.string().check(z.minLength(1)) }),
  query: z.object({ hideMatureContent: booleanParam(false) }),
  responses: { 200: json(deliverySchema, "The delivery as it is now."), 401: refused, 403: refused, 404: refused },
});

export const callbackOperations = [listCallbacks, retryCallback] as const satisfies readonly Operation[];
