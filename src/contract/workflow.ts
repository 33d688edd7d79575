import * as z from "zod/mini";
import { type Blob, blobsOf } from "./blob.ts";
import { callbackSchema } from "./callbacks.ts";
import { costSchema, transactionSummarySchema } from "./cost.ts";
import { accountTypeSchema, currencySchema } from "./currency.ts";
import { jsonObjectSchema } from "./json.ts";
import { isReleasableBlob, ratingSchema } from "./mature.ts";
import { statusSchema } from "./status.ts";
import { type Step, stepSchema, stepTemplateSchema } from "./step.ts";

/** A tag as it is looked for. The blanks around it are no part of it, as where it is set. */
export const soughtTagSchema = z.string().check(z.trim());

export const tagSchema = z
  .string()
  .check(z.trim(), z.minLength(1, "A tag is not empty."), z.maxLength(200, "A tag has at most 200 characters."));

/** How many tags a workflow has at the most. Source: decisions, "Submitting". */
export const maxTags = 10;

/** So many tags at the most, none twice. Source: decisions, "Submitting". */
export const tagsSchema = z.array(tagSchema).check(
  z.maxLength(maxTags, `A workflow has at most ${maxTags} tags.`),
  z.refine((tags) => new Set(tags).size === tags.length, "A tag is listed twice."),
);

export const upgradeModeSchema = z.enum(["manual", "automatic"]);
export type UpgradeMode = z.output<typeof upgradeModeSchema>;

/** Rates on the base cost, 0 to 2. */
export const tipsSchema = z.object({
  civitai: z.number().check(z.minimum(0), z.maximum(2)),
  creators: z.number().check(z.minimum(0), z.maximum(2)),
});

/** The body of a submit. Step inputs are checked by the schema of their type. Source: guide, "Workflow-level body fields"; facts 2.1. */
export const workflowTemplateSchema = z.object({
  steps: z.array(stepTemplateSchema).check(z.minLength(1, "A workflow has at least one step.")),
  currencies: z.nullish(z.array(currencySchema)),
  tags: z.nullish(tagsSchema),
  metadata: z.nullish(jsonObjectSchema),
  arguments: z.nullish(jsonObjectSchema),
  callbacks: z.nullish(z.array(callbackSchema)),
  tips: z.nullish(tipsSchema),
  nsfwLevel: z.nullish(ratingSchema),
  allowMatureContent: z.nullish(z.boolean()),
  upgradeMode: z.nullish(upgradeModeSchema),
  experimental: z.nullish(z.boolean()),
  ephemeral: z.nullish(z.boolean()),
  externalId: z.nullish(
    z
      .string()
      .check(z.regex(/^[A-Za-z0-9_-]{1,128}$/, "An externalId has 1 to 128 letters, digits, underscores and hyphens.")),
  ),
});
export type WorkflowTemplate = z.output<typeof workflowTemplateSchema>;

/**
 * A workflow in an answer. Everything that a hosted server was seen to leave out is optional (facts 2.2); the sandbox
 * gives all of it (decisions, "Submitting").
 */
export const workflowSchema = z.looseObject({
  id: z.nullish(z.string()),
  createdAt: z.string(),
  startedAt: z.nullish(z.string()),
  completedAt: z.nullish(z.string()),
  status: statusSchema,
  steps: z.array(stepSchema),
  tags: z.nullish(z.array(z.string())),
  metadata: z.nullish(jsonObjectSchema),
  arguments: z.nullish(jsonObjectSchema),
  callbacks: z.nullish(
    z.array(z.looseObject({ url: z.string(), type: z.array(z.string()), detailed: z.nullish(z.boolean()) })),
  ),
  tips: z.nullish(z.looseObject({ civitai: z.nullish(z.number()), creators: z.nullish(z.number()) })),
  cost: z.nullish(costSchema),
  transactions: z.nullish(transactionSummarySchema),
  nsfwLevel: z.nullish(ratingSchema),
  allowMatureContent: z.nullish(z.boolean()),
  upgradeMode: z.nullish(upgradeModeSchema),
  currencies: z.nullish(z.array(accountTypeSchema)),
  experimental: z.nullish(z.boolean()),
  ephemeral: z.nullish(z.boolean()),
  externalId: z.nullish(z.string()),
  forceRefunded: z.nullish(z.boolean()),
  lostBlobsRefund: z.nullish(z.number()),
});
export type Workflow = z.output<typeof workflowSchema>;

/** A page of workflows. The end is a `next` that is missing, null or empty. Source: facts 1.1. */
export const workflowPageSchema = z.looseObject({
  items: z.nullish(z.array(workflowSchema)),
  next: z.nullish(z.string()),
});
export type WorkflowPage = z.output<typeof workflowPageSchema>;

/** The members of a workflow that PUT may change. `allowMatureContent: true` is the release. Source: decisions, "Querying and amending". */
export const workflowUpdateSchema = z.object({
  status: z.nullish(z.literal("canceled", { error: 'The only status that can be set is "canceled".' })),
  metadata: z.nullish(jsonObjectSchema),
  tags: z.nullish(tagsSchema),
  allowMatureContent: z.nullish(
    z.literal(true, { error: "Mature content can be allowed, and not be forbidden again." }),
  ),
});
export type WorkflowUpdate = z.output<typeof workflowUpdateSchema>;

/** A blob of a workflow: the step that made it, and where in the step's output it sits. */
export type WorkflowBlob = ReturnType<typeof blobsOf>[number] & { stepName: string };

/** Every blob of a workflow's outputs, in the order of steps. Found once for an answer: a page asks for them in many places. */
export function workflowBlobs({ steps }: Pick<Workflow, "steps">): readonly WorkflowBlob[] {
  const known = blobsOfSteps.get(steps);
  if (known) return known;
  const blobs = steps.flatMap((step) => blobsOf(step.output).map((placed) => ({ ...placed, stepName: step.name })));
  blobsOfSteps.set(steps, blobs);
  return blobs;
}

const blobsOfSteps = new WeakMap<readonly Step[], readonly WorkflowBlob[]>();

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
