import { isTerminal } from "#contract/status.ts";
import type { ListRow } from "#dashboard/api/list-row.ts";
import { countNumber, countOf } from "#dashboard/display/words.ts";

export const bulkKinds = ["add-tag", "remove-tag", "cancel", "delete", "release"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** Which of the selected workflows an action is about, and how many it leaves as they are and why. */
export type BulkPlan = { items: ListRow[]; leftOut: number; why: string };

/** What an action would be done to. `tag`: the one to add or remove. */
export function planBulk(kind: BulkKind, selected: readonly ListRow[], tag = ""): BulkPlan {
  const split = (isFit: (row: ListRow) => boolean, why: string): BulkPlan => {
    const items = selected.filter(isFit);
    return { items, leftOut: selected.length - items.length, why };
  };
  switch (kind) {
    case "add-tag":
      return split(
        ({ tags }) => !tags.includes(tag) && tags.length < tagsAtMost,
        `with the tag already, or ${tagsAtMost} others`,
      );
    case "remove-tag":
      return split(({ tags }) => tags.includes(tag), "without the tag");
    case "cancel":
      return split(({ status }) => !isTerminal(status), "over already");
    case "release":
      return split(({ withheld }) => withheld > 0, "nothing to release");
    case "delete":
      return split(() => true, "");
  }
}

/** "3 workflows. 2 left alone: nothing to release." */
export function sayPlan({ items, leftOut, why }: BulkPlan): string {
  const count = countOf(items.length, "workflow");
  return leftOut === 0 ? `${count}.` : `${count}. ${countNumber(leftOut)} left alone: ${why}.`;
}

const tagsAtMost = 10;
