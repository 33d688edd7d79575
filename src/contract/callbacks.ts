import * as z from "zod/mini";
import { jsonObjectSchema } from "./json.ts";
import { type Status, statuses, statusSchema } from "./status.ts";

/** The things that events are told of. */
export const callbackSubjects = ["workflow", "step", "job"] as const;
export type CallbackSubject = (typeof callbackSubjects)[number];

/** `workflow:*`, `step:succeeded`, ...: a subject, and one status or all. Source: facts, "Callbacks". */
export const callbackTypes = callbackSubjects.flatMap((subject) =>
  ["*" as const, ...statuses].map((status) => `${subject}:${status}` as const),
);

/** What happened, as an event type without the star: `step:succeeded`. */
export type CallbackEvent = `${CallbackSubject}:${Status}`;

/** A web hook: https, or http to a loopback host. `detailed` adds inputs and outputs to what is sent. */
export const callbackSchema = z.object({
  url: z.string().check(z.refine(isCallbackUrl, "A callback URL is https, or http to a loopback host.")),
  type: z.array(z.enum(callbackTypes)).check(z.minLength(1, "A callback names at least one event type.")),
  detailed: z.nullish(z.boolean()),
});
export type Callback = z.output<typeof callbackSchema>;

/** Whether a callback asked to be told of an event. */
export function isToldOf({ type }: Pick<Callback, "type">, event: CallbackEvent): boolean {
  return type.some((wanted) => wanted === event || (wanted.endsWith(":*") && event.startsWith(wanted.slice(0, -1))));
}

/**
 * Whether a callback may be sent to a URL: https, or http to a loopback host that is written as such. A name or password
 * before the host is refused: it can hide where a URL leads. Source: decisions, "Submitting".
 */
export function isCallbackUrl(text: string): boolean {
  return httpsUrl.test(text) || loopbackUrl.test(text);
}

const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const rest = "(:\\d{1,5})?([/?#]\\S*)?$";
const httpsUrl = new RegExp(`^https://([^\\s/?#@:\\\\[\\]]+|\\[[0-9a-fA-F:.]+\\])${rest}`);
const loopbackUrl = new RegExp(`^http://(localhost|127(\\.${octet}){3}|\\[::1\\])${rest}`);

const shared = { workflowId: z.string(), status: statusSchema, details: z.optional(jsonObjectSchema) };

/** What is sent to a callback: one event. `details` come with `detailed: true`. Source: facts, "Callbacks". */
export const callbackPayloadSchema = z.discriminatedUnion("$type", [
  z.object({ $type: z.literal("workflow"), ...shared, timestamp: z.string() }),
  z.object({ $type: z.literal("step"), ...shared, name: z.string() }),
  z.object({
    $type: z.literal("job"),
    ...shared,
    stepName: z.string(),
    jobId: z.string(),
    progress: z.number(),
    reason: z.optional(z.string()),
    blockedReason: z.optional(z.string()),
    matureContent: z.optional(z.boolean()),
  }),
]);
export type CallbackPayload = z.output<typeof callbackPayloadSchema>;
