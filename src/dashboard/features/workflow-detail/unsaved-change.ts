import type { Question } from "#dashboard/ui/leave-question.tsx";

/** What is asked before an editor of the workflow's page is left whose text was changed. */
export function unsavedChange(what: string): Question {
  return {
    title: "A change is not saved",
    words: `The changed ${what} would be lost.`,
    leaveLabel: "Leave without saving",
  };
}
