import { isObject } from "#contract/json.ts";
import type { Workflow } from "#contract/workflow.ts";

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
