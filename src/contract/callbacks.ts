import * as z from "zod/mini";
import { statuses } from "./status.ts";

/** The things that events are told of. */
export const callbackSubjects = ["workflow", "step", "job"] as const;

/** `workflow:*`, `step:succeeded`, ...: a subject, and one status or all. Source: facts, "Callbacks". */
export const callbackTypes = callbackSubjects.flatMap((subject) =>
  ["*" as const, ...statuses].map((status) => `${subject}:${status}` as const),
);

/** A web hook: https, or http to a loopback host. `detailed` adds inputs and outputs to what is sent. */
export const callbackSchema = z.object({
  url: z.string().check(z.refine(isCallbackUrl, "A callback URL is https, or http to a loopback host.")),
  type: z.array(z.enum(callbackTypes)).check(z.minLength(1, "A callback names at least one event type.")),
  detailed: z.nullish(z.boolean()),
});
export type Callback = z.output<typeof callbackSchema>;

function isCallbackUrl(text: string): boolean {
  return /^https:\/\/[^\s/?#]+([/?#]\S*)?$/.test(text) || loopbackUrl.test(text);
}

const loopbackUrl = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?([/?#]\S*)?$/;
