import { isTerminal } from "#contract/status.ts";
import type { WorkflowAnswer } from "../workflows/view.ts";

/** A workflow as an answer: 200 once it is over, or when nothing is to be waited for; 202 while it is running. */
export function workflowReply(
  workflow: WorkflowAnswer,
  { isSettled = false, headers = {} }: { isSettled?: boolean; headers?: Record<string, string> } = {},
) {
  return isSettled || isOver(workflow)
    ? { status: 200 as const, body: workflow, headers }
    : { status: 202 as const, body: workflow, headers };
}

/** `pending` is a status that only hosted servers were seen to write. */
export function isOver({ status }: WorkflowAnswer): boolean {
  return status !== "pending" && isTerminal(status);
}
