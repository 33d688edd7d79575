import type { Workflow } from "#contract/workflow.ts";
import type { Api } from "#dashboard/api/api.ts";
import { changeWorkflow } from "#dashboard/api/workflow-mutations.ts";
import { readWorkflow } from "#dashboard/api/workflow-queries.ts";
import { withReview } from "./review.ts";

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
