import type { Workflow } from "#contract/workflow.ts";

/** A list as it is read: rows that stay where they are, brought up to date, and what is new above them. */
export type MergedList = { rows: Workflow[]; fresh: Workflow[] };

/**
 * Bring loaded rows up to date with workflows that were read since, without moving any. `newest` is the first page of
 * the same list, read just now: what it has and the rows don't is fresh if it belongs above them. `isAscending` lists
 * grow at their end, where the next page finds what is new.
 */
export function mergeHead(
  loaded: readonly Workflow[],
  newest: readonly Workflow[],
  updated: readonly Workflow[],
  isAscending: boolean,
): MergedList {
  const current = new Map([...newest, ...updated].map((workflow) => [workflow.id, workflow]));
  const known = new Set(loaded.map(({ id }) => id));
  const top = loaded[0]?.createdAt ?? "";
  return {
    rows: loaded.map((workflow) => current.get(workflow.id) ?? workflow),
    fresh: isAscending ? [] : newest.filter(({ id, createdAt }) => !known.has(id) && createdAt >= top),
  };
}
