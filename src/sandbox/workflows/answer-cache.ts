import { isTerminal } from "#contract/status.ts";
import type { StoredStep } from "../store/step-store.ts";
import type { StoredWorkflow, WorkflowRef } from "../store/workflow-store.ts";
import { printForGood } from "./printed.ts";
import { createRecentValues } from "./recent-values.ts";
import { keyOf, type View, type WorkflowAnswer } from "./view.ts";

/**
 * Answers about workflows that are over, as they were given before. An answer is found again only for the version that
 * it told of: the file counts the versions itself, at every write that an answer could show.
 */
export type AnswerCache = {
  find(ref: WorkflowRef, view: View): WorkflowAnswer | undefined;
  keep(ref: WorkflowRef, view: View, answer: WorkflowAnswer, hasFiles: boolean): void;
};

/** The answers as objects take about as much again. */
const maxBytes = 8_000_000;

type Kept = { version: number; key: string; answer: WorkflowAnswer };

export function createAnswerCache(): AnswerCache {
  const kept = createRecentValues<number, Kept>(maxBytes);

  return {
    find({ seq, version }, view) {
      const found = kept.find(seq);
      const isSame = found?.version === version && (found.key === "" || found.key === keyOf(view));
      return isSame ? found.answer : undefined;
    },
    keep({ seq, version }, view, answer, hasFiles) {
      // An answer without files is the same for everybody; links are for a while and for a host.
      const key = hasFiles ? keyOf(view) : "";
      if (key !== undefined) kept.keep(seq, { version, key, answer }, printForGood(answer));
    },
  };
}

/** Whether nothing of an answer about it depends on the time at which it is given. */
export function isStill(workflow: StoredWorkflow, steps: readonly StoredStep[]): boolean {
  return isTerminal(workflow.status) && steps.every(({ status }) => isTerminal(status));
}
