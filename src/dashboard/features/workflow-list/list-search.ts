import { type Status, statuses } from "#contract/status.ts";
import type { ListFilter } from "#dashboard/api/list-filter.ts";

/** The list's filter as it stands in the query string; what is not filtered is absent. */
export type ListSearch = {
  tags?: string[];
  not?: string[];
  status?: Status[];
  from?: string;
  to?: string;
  q?: string;
  withheld?: true;
  excludeFailed?: true;
  sort?: "oldest";
};

/** Read a query string. What it can't mean is left out, so that a bad link degrades to a wider list. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const read: ListSearch = {};
  const tags = listOf(search.tags);
  const not = listOf(search.not);
  const status = listOf(search.status).filter(isStatus);
  if (tags.length > 0) read.tags = tags;
  if (not.length > 0) read.not = not;
  if (status.length > 0) read.status = status;
  if (isInstant(search.from)) read.from = search.from;
  if (isInstant(search.to)) read.to = search.to;
  if (typeof search.q === "string" && search.q !== "") read.q = search.q;
  if (isOn(search.withheld)) read.withheld = true;
  if (isOn(search.excludeFailed)) read.excludeFailed = true;
  if (search.sort === "oldest") read.sort = "oldest";
  return read;
}

/** Whether a query string leaves anything out; an order alone does not. */
export function isFiltering(search: ListSearch): boolean {
  return Object.entries(search).some(([name, value]) => name !== "sort" && value !== undefined);
}

/** The filter that a query string stands for. */
export function toListFilter(search: ListSearch): ListFilter {
  return {
    tags: search.tags ?? [],
    excludeTags: search.not ?? [],
    statuses: search.status ?? [],
    ...(search.from ? { from: search.from } : {}),
    ...(search.to ? { to: search.to } : {}),
    ...(search.q ? { text: search.q } : {}),
    withheldOnly: search.withheld === true,
    excludeFailed: search.excludeFailed === true,
    ascending: search.sort === "oldest",
  };
}

function listOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  return [...new Set(items.filter((item): item is string => typeof item === "string" && item !== ""))];
}

function isStatus(value: string): value is Status {
  return statuses.some((status) => status === value);
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

function isOn(value: unknown): boolean {
  return value === true || value === "true";
}
