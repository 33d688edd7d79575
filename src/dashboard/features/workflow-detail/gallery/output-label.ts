import { labelOf } from "#contract/catalogue/labels.ts";
import type { WorkflowBlob } from "#contract/workflow.ts";

/** What an output is called: its step, and its place in what the step made. */
export function outputLabel({ stepName, path }: Pick<WorkflowBlob, "stepName" | "path">): string {
  return `${stepName}, ${path || "output"}`;
}

/** What tells the files of a step apart, when it made files of several kinds: "Rigged model". */
export function memberLabel(placed: WorkflowBlob, all: readonly WorkflowBlob[]): string | undefined {
  const member = memberOf(placed);
  const isOneOfSeveral = all.some((one) => one.stepName === placed.stepName && memberOf(one) !== member);
  return isOneOfSeveral ? labelOf(member) : undefined;
}

function memberOf({ path }: WorkflowBlob): string {
  return (
    path
      .replace(/\[\d+\]/g, "")
      .split(".")
      .at(-1) || "output"
  );
}
