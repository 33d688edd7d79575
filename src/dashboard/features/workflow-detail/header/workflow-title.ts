import { releasableBlobs, type Workflow } from "#contract/workflow.ts";
import { statusWord } from "#dashboard/display/words.ts";
import { progressOf } from "../timeline/progress.ts";

/** The heading of a workflow: its name, else its whole id. */
export function workflowTitle({ metadata, id }: Pick<Workflow, "metadata" | "id">): string {
  const name = metadata?.name;
  return typeof name === "string" && name.trim() !== "" ? name : (id ?? "Workflow");
}

/** The tab's title: the name, and how it is doing. "Hero, processing 42%", "Hero, succeeded, 2 withheld". */
export function tabTitle(workflow: Workflow): string {
  const progress = workflow.status === "processing" ? progressOf(workflow) : undefined;
  const percent = progress === undefined ? "" : ` ${Math.round(progress * 100)}%`;
  const withheld = releasableBlobs(workflow).length;
  const word = statusWord(workflow.status).toLowerCase();
  return `${workflowTitle(workflow)}, ${word}${percent}${withheld > 0 ? `, ${withheld} withheld` : ""}`;
}
