import type { Workflow } from "#contract/workflow.ts";
import { isReleasable } from "#contract/workflow.ts";
import { queryWorkflows } from "#contract/workflow-operations.ts";
import type { Api } from "./api.ts";
import type { ListFilter } from "./list-filter.ts";

/** Which filters the connected server can apply itself. */
export type ListCapabilities = { filtersStatus: boolean; excludesTags: boolean };

/**
 * A page of a list as the operator filtered it: the workflows, where to go on (absent at the end), how many workflows
 * the server gave for it, and when the last of those was created (absent where it gave none).
 */
export type ListPage<Item = Workflow> = { items: Item[]; next?: string; lookedAt: number; until?: string };

/** Rows that a page aims at: the first one is small, so that it is seen soon. */
export const pageRows = 50;
/** What the pages after the first aim at: who scrolls on wants more of them at once. */
export const laterPageRows = 100;
/** The most requests that are made to fill a page. */
const pageRequests = 8;

/**
 * Read a page. What the server can't filter is filtered here: its pages go on being read until the page is full, the
 * list ends, or 8 requests are made; `next` then leads on. Source: decisions, "Querying and amending".
 */
export async function readListPage(
  api: Api,
  filter: ListFilter,
  capabilities: ListCapabilities,
  cursor: string | undefined,
  signal?: AbortSignal,
  rows: number = pageRows,
  requestsAtMost: number = pageRequests,
): Promise<ListPage> {
  const isWanted = localFilter(filter, capabilities);
  const items: Workflow[] = [];
  let lookedAt = 0;
  let until: string | undefined;
  let next = cursor;
  for (let request = 0; request < requestsAtMost; request += 1) {
    const page = await readServerPage(api, filter, capabilities, next, isWanted ? 200 : rows, signal);
    lookedAt += page.items.length;
    until = page.items.at(-1)?.createdAt ?? until;
    items.push(...(isWanted ? page.items.filter(isWanted) : page.items));
    next = page.next || undefined;
    if (!next || items.length >= rows || !isWanted) break;
  }
  return { items, lookedAt, ...(until ? { until } : {}), ...(next ? { next } : {}) };
}

async function readServerPage(
  api: Api,
  filter: ListFilter,
  capabilities: ListCapabilities,
  cursor: string | undefined,
  take: number,
  signal: AbortSignal | undefined,
): Promise<{ items: Workflow[]; next?: string | null }> {
  const { body } = await api.call(queryWorkflows, {
    query: {
      tags: filter.tags,
      take,
      ...(capabilities.excludesTags ? { excludeTags: filter.excludeTags } : {}),
      ...(capabilities.filtersStatus ? { status: filter.statuses } : {}),
      ...(filter.from ? { fromDate: filter.from } : {}),
      ...(filter.to ? { toDate: filter.to } : {}),
      ...(filter.text ? { query: filter.text } : {}),
      ...(filter.excludeFailed ? { excludeFailed: true } : {}),
      ...(filter.ascending ? { ascending: true } : {}),
      ...(cursor ? { cursor } : {}),
    },
    ...(signal ? { signal } : {}),
  });
  return { items: body.items ?? [], next: body.next };
}

/** The part of the filter that the server leaves to us, or `undefined` when there is none. */
function localFilter(
  filter: ListFilter,
  capabilities: ListCapabilities,
): ((workflow: Workflow) => boolean) | undefined {
  const checks: ((workflow: Workflow) => boolean)[] = [];
  if (filter.withheldOnly) checks.push(isReleasable);
  if (!capabilities.filtersStatus && filter.statuses.length > 0) {
    checks.push((workflow) => filter.statuses.includes(workflow.status));
  }
  if (!capabilities.excludesTags && filter.excludeTags.length > 0) {
    checks.push((workflow) => !filter.excludeTags.some((tag) => workflow.tags?.includes(tag)));
  }
  return checks.length === 0 ? undefined : (workflow) => checks.every((check) => check(workflow));
}
