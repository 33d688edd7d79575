import { netByCurrency } from "#contract/cost.ts";
import type { Amounts } from "#contract/currency.ts";
import { isTerminal } from "#contract/status.ts";
import { releasableBlobs, type Workflow, type WorkflowBlob, workflowBlobs } from "#contract/workflow.ts";
import { workflowName } from "#dashboard/display/words.ts";

/** What a row of the list says of a workflow. */
export type RowFacts = {
  name: string;
  isNamed: boolean;
  /** 0 to 1 over all steps, while any is processed. */
  progress: number | undefined;
  blobs: WorkflowBlob[];
  withheld: number;
  /** After refunds; `undefined` when the server told nothing. */
  cost: Amounts | undefined;
};

/** Gather what a row says. */
export function rowFacts(workflow: Workflow): RowFacts {
  const name = workflow.metadata?.name;
  const isNamed = typeof name === "string" && name.trim() !== "";
  return {
    name: workflowName(workflow),
    isNamed,
    progress: progressOf(workflow),
    blobs: workflowBlobs(workflow),
    withheld: releasableBlobs(workflow).length,
    cost: netByCurrency(workflow.transactions),
  };
}

function progressOf({ status, steps }: Workflow): number | undefined {
  if (status !== "processing" || steps.length === 0) return undefined;
  const done = steps.map((step) => (isTerminal(step.status) ? 1 : (step.estimatedProgressRate ?? 0)));
  return done.reduce((sum, rate) => sum + rate, 0) / steps.length;
}
