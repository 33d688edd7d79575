import type { Status } from "#contract/status.ts";

/** What the operator wants to see in a list of workflows. Source: product, "Workflows (list)". */
export type ListFilter = {
  tags: string[];
  excludeTags: string[];
  statuses: Status[];
  /** ISO instants, inclusive, on `createdAt`. */
  from?: string;
  to?: string;
  /** Text in metadata. */
  text?: string;
  withheldOnly: boolean;
  excludeFailed: boolean;
  ascending: boolean;
};

/** Everything, newest first. */
export const everything: ListFilter = {
  tags: [],
  excludeTags: [],
  statuses: [],
  withheldOnly: false,
  excludeFailed: false,
  ascending: false,
};

/** Everything with output that a release would free, newest first. */
export const releasable: ListFilter = { ...everything, withheldOnly: true };
