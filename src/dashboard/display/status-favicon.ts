import { isTerminal } from "#contract/status.ts";
import { isReleasable, type Workflow } from "#contract/workflow.ts";
import type { FaviconKind } from "#dashboard/ui/use-favicon.ts";

/** How the tab's icon tells of a workflow: what waits for the operator before how it went. */
export function faviconOf(workflow: Pick<Workflow, "status" | "steps" | "allowMatureContent">): FaviconKind {
  if (isReleasable(workflow)) return "attention";
  if (!isTerminal(workflow.status)) return "running";
  return workflow.status === "succeeded" ? "done" : "failed";
}

/** How the tab's icon tells of a list: running while anything on it is, otherwise plain. */
export function faviconOfList(workflows: readonly Pick<Workflow, "status">[]): FaviconKind | undefined {
  return workflows.some(({ status }) => !isTerminal(status)) ? "running" : undefined;
}
