import * as z from "zod/mini";

/** The statuses of a workflow, a step and a job, in the order in which work passes them. Source: facts, "Shapes". */
export const statuses = [
  "unassigned",
  "preparing",
  "scheduled",
  "processing",
  "succeeded",
  "failed",
  "expired",
  "canceled",
] as const;

/** One of the eight statuses. A server's `pending` (quick start only) reads as `unassigned`. */
export const statusSchema = z.union(
  [
    z.enum(statuses),
    z.pipe(
      z.literal("pending"),
      z.transform((): Status => "unassigned"),
    ),
  ],
  { error: `A status is one of ${statuses.join(", ")}.` },
);

export type Status = (typeof statuses)[number];

/** The statuses that never change again. */
export const terminalStatuses = ["succeeded", "failed", "expired", "canceled"] as const satisfies readonly Status[];

/** Whether a workflow, step or job of this status is over: succeeded, failed, expired or canceled. */
export function isTerminal(status: Status): boolean {
  return terminalStatuses.some((terminal) => terminal === status);
}
