import type { WorkflowBlob } from "#contract/workflow.ts";

/** What an output is called: its step, and its place in what the step made. */
export function outputLabel({ stepName, path }: Pick<WorkflowBlob, "stepName" | "path">): string {
  return `${stepName}, ${path || "output"}`;
}
