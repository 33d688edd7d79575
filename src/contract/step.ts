import { z } from "zod";
import { jsonObjectSchema } from "./json.ts";
import { statusSchema } from "./status.ts";

export const prioritySchema = z.enum(["high", "normal", "low"]);
export type Priority = z.output<typeof prioritySchema>;

/** A .NET TimeSpan such as `00:10:00` or `1.00:00:00`. Source: facts 1.5 #20. */
const timeSpan = z
  .string()
  .regex(/^(\d+\.)?([01]?\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?$/, 'A timeout is written as "HH:MM:SS".');

/** What stands before and beside the input of a step that is to be run. The input's own schema is the step type's. */
export const stepTemplateSchema = z.object({
  $type: z.string().min(1, "A step names its type."),
  name: z
    .string()
    .regex(/^\$?[A-Za-z0-9_-]{1,64}$/, "A step name has up to 64 letters, digits, underscores and hyphens.")
    .nullish(),
  priority: prioritySchema.nullish(),
  timeout: timeSpan.nullish(),
  retries: z.number().int().min(0).max(10).nullish(),
  metadata: jsonObjectSchema.nullish(),
  input: z.unknown().optional(),
});
export type StepTemplate = z.output<typeof stepTemplateSchema>;

/** Where a job waits. `precedingJobs` is told only when `support` is `available`. */
export const queuePositionSchema = z.looseObject({
  support: z.enum(["unsupported", "unavailable", "available"]),
  precedingJobs: z.number().int().nullish(),
  startAt: z.string().nullish(),
  completeAt: z.string().nullish(),
});

/** One piece of a step's work, such as one picture. `cost` is a measure of complexity, not Buzz. Source: facts 2.2. */
export const jobSchema = z.looseObject({
  id: z.string(),
  status: statusSchema,
  startedAt: z.string().nullish(),
  completedAt: z.string().nullish(),
  queuePosition: queuePositionSchema.nullish(),
  cost: z.number().nullish(),
  estimatedProgressRate: z.number().nullish(),
  reason: z.string().nullish(),
  blockedReason: z.string().nullish(),
});
export type Job = z.output<typeof jobSchema>;

/** A step of a workflow. `estimatedProgressRate` is 0 to 1 while it is processed, null at the end. */
export const stepSchema = z.looseObject({
  $type: z.string(),
  name: z.string(),
  status: statusSchema,
  priority: prioritySchema.nullish(),
  timeout: z.string().nullish(),
  retries: z.number().int().nullish(),
  metadata: jsonObjectSchema.nullish(),
  startedAt: z.string().nullish(),
  completedAt: z.string().nullish(),
  estimatedProgressRate: z.number().nullish(),
  reason: z.string().nullish(),
  jobs: z.array(jobSchema).nullish(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
});
export type Step = z.output<typeof stepSchema>;

/** What may be changed of a step: metadata at any time, the input while it is `unassigned`. Source: decisions, "Querying and amending". */
export const stepUpdateSchema = z.object({ metadata: jsonObjectSchema.optional(), input: z.unknown().optional() });
export type StepUpdate = z.output<typeof stepUpdateSchema>;
