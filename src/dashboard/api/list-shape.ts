import type { Workflow } from "#contract/workflow.ts";

/** What a list has to know of each of its items. */
export type Listed = Pick<Workflow, "id" | "createdAt" | "status">;

/** As what a list keeps its workflows. */
export type ListShape<Item extends Listed> = {
  /** Sets its cached lists apart from those of other shapes. */
  name: string;
  of: (workflow: Workflow) => Item;
  /** What of a known item stays when it is read again; all is new when not given. */
  keep?: (older: Item, newer: Item) => Item;
};

/** Whole workflows, for lists that stay short. */
export const wholeWorkflows: ListShape<Workflow> = { name: "whole", of: (workflow) => workflow };
