import { isTerminal } from "#contract/status.ts";
import { isReleasable, type Workflow } from "#contract/workflow.ts";

export const bulkKinds = ["add-tag", "remove-tag", "cancel", "delete", "release"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** Which of the selected workflows an action is about, and how many it leaves as they are and why. */
export type BulkPlan = { items: Workflow[]; leftOut: number; why: string };

/** What an action would be done to. `tag`: the one to add or remove. */
export function planBulk(kind: BulkKind, selected: readonly Workflow[], tag = ""): BulkPlan {
  const split = (isFit: (workflow: Workflow) => boolean, why: string): BulkPlan => {
    const items = selected.filter(isFit);
    return { items, leftOut: selected.length - items.length, why };
  };
  switch (kind) {
    case "add-tag":
      return split(
        ({ tags }) => !tags?.includes(tag) && (tags ?? []).length < tagsAtMost,
        `have the tag already, or ${tagsAtMost} others`,
      );
    case "remove-tag":
      return split(({ tags }) => tags?.includes(tag) === true, "do not have the tag");
    case "cancel":
      return split(({ status }) => !isTerminal(status), "are over already");
    case "release":
      return split(isReleasable, "have nothing to release");
    case "delete":
      return split(() => true, "");
  }
}

/** "3 workflows. 2 have nothing to release and are left as they are." */
export function sayPlan({ items, leftOut, why }: BulkPlan): string {
  const count = items.length === 1 ? "1 workflow" : `${items.length} workflows`;
  return leftOut === 0 ? `${count}.` : `${count}. ${leftOut} ${why}, and ${leftOut === 1 ? "is" : "are"} left alone.`;
}

const tagsAtMost = 10;
