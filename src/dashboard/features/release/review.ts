import { isObject } from "#contract/json.ts";
import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import { changeWorkflow } from "#dashboard/api/workflow-mutations.ts";
import { readWorkflow } from "#dashboard/api/workflow-queries.ts";

/** That an operator looked at withheld output and left it withheld. */
export type Review = { at: string; decision: "withhold" };

/** The review of a workflow, from its metadata, where all operators of the account see it. */
export function reviewOf({ metadata }: Pick<Workflow, "metadata">): Review | undefined {
  const review = metadata?.review;
  if (!isObject(review) || review.decision !== "withhold" || typeof review.at !== "string") return undefined;
  return { at: review.at, decision: "withhold" };
}

/** The metadata with a review, or without one. */
export function withReview(
  { metadata }: Pick<Workflow, "metadata">,
  review: Review | undefined,
): Record<string, unknown> {
  const { review: _, ...others } = metadata ?? {};
  return review ? { ...others, review } : others;
}

/** What marks one of many as reviewed, or takes the mark off. Doing it twice is doing it once. */
export function reviewer(api: Api, isReviewed: boolean): (workflow: Workflow) => Promise<undefined> {
  return async ({ id }) => {
    // Read first: what another operator wrote into the metadata meanwhile stays.
    const now = await readWorkflow(api, id ?? "");
    const review = isReviewed ? ({ at: new Date().toISOString(), decision: "withhold" } as const) : undefined;
    await changeWorkflow(api, id ?? "", { metadata: withReview(now, review) });
    return undefined;
  };
}
