import { z } from "zod";
import { type Blob, blobsOf } from "./blob.ts";
import { callbackSchema } from "./callbacks.ts";
import { costSchema, transactionSummarySchema } from "./cost.ts";
import { accountTypeSchema, currencySchema } from "./currency.ts";
import { jsonObjectSchema } from "./json.ts";
import { isReleasableBlob, ratingSchema } from "./mature.ts";
import { statusSchema } from "./status.ts";
import { stepSchema, stepTemplateSchema } from "./step.ts";

export const tagSchema = z.string().trim().min(1, "A tag is not empty.").max(200, "A tag has at most 200 characters.");

/** At most 10 tags, none twice. Source: decisions, "Submitting". */
export const tagsSchema = z
  .array(tagSchema)
  .max(10, "A workflow has at most 10 tags.")
  .refine((tags) => new Set(tags).size === tags.length, "A tag is listed twice.");

export const upgradeModeSchema = z.enum(["manual", "automatic"]);
export type UpgradeMode = z.output<typeof upgradeModeSchema>;

/** Rates on the base cost, 0 to 2. */
export const tipsSchema = z.object({ civitai: z.number().min(0).max(2), creators: z.number().min(0).max(2) });

/** The body of a submit. Step inputs are checked by the schema of their type. Source: guide, "Workflow-level body fields"; facts 2.1. */
export const workflowTemplateSchema = z.object({
  steps: z.array(stepTemplateSchema).min(1, "A workflow has at least one step."),
  currencies: z.array(currencySchema).nullish(),
  tags: tagsSchema.nullish(),
  metadata: jsonObjectSchema.nullish(),
  arguments: jsonObjectSchema.nullish(),
  callbacks: z.array(callbackSchema).nullish(),
  tips: tipsSchema.nullish(),
  nsfwLevel: ratingSchema.nullish(),
  allowMatureContent: z.boolean().nullish(),
  upgradeMode: upgradeModeSchema.nullish(),
  experimental: z.boolean().nullish(),
  ephemeral: z.boolean().nullish(),
  externalId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/, "An externalId has 1 to 128 letters, digits, underscores and hyphens.")
    .nullish(),
});
export type WorkflowTemplate = z.output<typeof workflowTemplateSchema>;

/**
 * A workflow in an answer. Everything that a hosted server was seen to leave out is optional (facts 2.2); the sandbox
 * gives all of it (decisions, "Submitting").
 */
export const workflowSchema = z.looseObject({
  id: z.string().nullish(),
  createdAt: z.string(),
  startedAt: z.string().nullish(),
  completedAt: z.string().nullish(),
  status: statusSchema,
  steps: z.array(stepSchema),
  tags: z.array(z.string()).nullish(),
  metadata: jsonObjectSchema.nullish(),
  arguments: jsonObjectSchema.nullish(),
  callbacks: z
    .array(z.looseObject({ url: z.string(), type: z.array(z.string()), detailed: z.boolean().nullish() }))
    .nullish(),
  tips: z.looseObject({ civitai: z.number().nullish(), creators: z.number().nullish() }).nullish(),
  cost: costSchema.nullish(),
  transactions: transactionSummarySchema.nullish(),
  nsfwLevel: ratingSchema.nullish(),
  allowMatureContent: z.boolean().nullish(),
  upgradeMode: upgradeModeSchema.nullish(),
  currencies: z.array(accountTypeSchema).nullish(),
  experimental: z.boolean().nullish(),
  ephemeral: z.boolean().nullish(),
  externalId: z.string().nullish(),
  forceRefunded: z.boolean().nullish(),
  lostBlobsRefund: z.number().nullish(),
});
export type Workflow = z.output<typeof workflowSchema>;

/** A page of workflows. The end is a `next` that is missing, null or empty. Source: facts 1.1. */
export const workflowPageSchema = z.looseObject({
  items: z.array(workflowSchema).nullish(),
  next: z.string().nullish(),
});
export type WorkflowPage = z.output<typeof workflowPageSchema>;

/** The members of a workflow that PUT may change. `allowMatureContent: true` is the release. Source: decisions, "Querying and amending". */
export const workflowUpdateSchema = z.object({
  status: z.literal("canceled", { error: 'The only status that can be set is "canceled".' }).nullish(),
  metadata: jsonObjectSchema.nullish(),
  tags: tagsSchema.nullish(),
  allowMatureContent: z
    .literal(true, { error: "Mature content can be allowed, and not be forbidden again." })
    .nullish(),
});
export type WorkflowUpdate = z.output<typeof workflowUpdateSchema>;

/** A blob of a workflow: the step that made it, and where in the step's output it sits. */
export type WorkflowBlob = ReturnType<typeof blobsOf>[number] & { stepName: string };

/** Every blob of a workflow's outputs, in the order of steps. */
export function workflowBlobs(workflow: Pick<Workflow, "steps">): WorkflowBlob[] {
  return workflow.steps.flatMap((step) => blobsOf(step.output).map((placed) => ({ ...placed, stepName: step.name })));
}

/** The blobs that a release of this workflow would free. Source: decisions, "Mature content". */
export function releasableBlobs(workflow: Pick<Workflow, "steps" | "allowMatureContent">): Blob[] {
  return workflowBlobs(workflow)
    .map(({ blob }) => blob)
    .filter((blob) => isReleasableBlob(blob, workflow.allowMatureContent));
}

/** Whether anything of this workflow is withheld that a release would free. */
export function isReleasable(workflow: Pick<Workflow, "steps" | "allowMatureContent">): boolean {
  return releasableBlobs(workflow).length > 0;
}
