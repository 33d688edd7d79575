import * as z from "zod/mini";
import { jsonObjectSchema } from "./json.ts";
import { statusSchema } from "./status.ts";

export const prioritySchema = z.enum(["high", "normal", "low"]);
export type Priority = z.output<typeof prioritySchema>;

/** A .NET TimeSpan such as `00:10:00` or `1.00:00:00`. Source: facts 1.5 #20. */
const timeSpan = z
  .string()
  .check(z.regex(/^(\d+\.)?([01]?\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?$/, 'A timeout is written as "HH:MM:SS".'));

/** What stands before and beside the input of a step that is to be run. The input's own schema is the step type's. */
export const stepTemplateSchema = z.object({
  $type: z.string().check(z.minLength(1, "A step names its type.")),
  name: z.nullish(
    z
      .string()
      .check(z.regex(/^(?=.*\S)\P{Cc}{1,128}$/u, "A step name has 1 to 128 characters, one of them visible at least.")),
  ),
  priority: z.nullish(prioritySchema),
  timeout: z.nullish(timeSpan),
  retries: z.nullish(z.int().check(z.minimum(0), z.maximum(100))),
  metadata: z.nullish(jsonObjectSchema),
  input: z.optional(z.unknown()),
});
export type StepTemplate = z.output<typeof stepTemplateSchema>;

/** Where a job waits. `precedingJobs` is told only when `support` is `available`. */
export const queuePositionSchema = z.looseObject({
  support: z.enum(["unsupported", "unavailable", "available"]),
  precedingJobs: z.nullish(z.int()),
  startAt: z.nullish(z.string()),
  completeAt: z.nullish(z.string()),
});

/** One piece of a step's work, such as one picture. `cost` is a measure of complexity, not Buzz. Source: facts 2.2. */
export const jobSchema = z.looseObject({
  id: z.string(),
  status: statusSchema,
  startedAt: z.nullish(z.string()),
  completedAt: z.nullish(z.string()),
  queuePosition: z.nullish(queuePositionSchema),
  cost: z.nullish(z.number()),
  estimatedProgressRate: z.nullish(z.number()),
  reason: z.nullish(z.string()),
  blockedReason: z.nullish(z.string()),
});
export type Job = z.output<typeof jobSchema>;

/** What a step waits for while it is prepared: mostly the download of a model. Source: facts 2.2. */
export const preparationSchema = z.looseObject({
  resource: z.nullish(z.string()),
  queuePosition: z.nullish(z.number()),
  progress: z.nullish(z.number()),
  etaSeconds: z.nullish(z.number()),
});

/** A step of a workflow. `estimatedProgressRate` is 0 to 1 while it is processed, null at the end. */
export const stepSchema = z.looseObject({
  $type: z.string(),
  name: z.string(),
  status: statusSchema,
  priority: z.nullish(prioritySchema),
  timeout: z.nullish(z.string()),
  retries: z.nullish(z.int()),
  metadata: z.nullish(jsonObjectSchema),
  startedAt: z.nullish(z.string()),
  completedAt: z.nullish(z.string()),
  estimatedProgressRate: z.nullish(z.number()),
  preparation: z.nullish(preparationSchema),
  reason: z.nullish(z.string()),
  jobs: z.nullish(z.array(jobSchema)),
  input: z.optional(z.unknown()),
  output: z.optional(z.unknown()),
});
export type Step = z.output<typeof stepSchema>;

/** What may be changed of a step: metadata at any time, the input while it is `unassigned`. Source: decisions, "Querying and amending". */
export const stepUpdateSchema = z.object({ metadata: z.optional(jsonObjectSchema), input: z.optional(z.unknown()) });
export type StepUpdate = z.output<typeof stepUpdateSchema>;
