import type { Status } from "#contract/status.ts";
import { done, invalid, type Outcome } from "../refusal.ts";
import type { Services } from "../services.ts";
import type { Account } from "../store/account-store.ts";
import type { Page } from "./page-cache.ts";
import { presentRefs } from "./present.ts";
import { keyOf, type View } from "./view.ts";

/** What a list is to show, as the operation's query says it. Source: decisions, "Querying and amending". */
export type ListFilter = {
  tags?: readonly string[];
  excludeTags?: readonly string[];
  status?: readonly Status[];
  /** ISO instants, inclusive. */
  fromDate?: string;
  toDate?: string;
  query?: string;
  ascending?: boolean;
  excludeFailed?: boolean;
  take?: number;
  cursor?: string;
};

/** What `excludeFailed` leaves out. Source: facts 1.1. */
const unsuccessful: readonly Status[] = ["failed", "expired", "canceled"];

/** A page of the account's workflows, newest first unless `ascending`. The last page has no `next`. */
export function queryWorkflows(services: Services, account: Account, filter: ListFilter, view: View): Outcome<Page> {
  const viewKey = keyOf(view);
  if (viewKey === undefined) return readPage(services, account, filter, view);
  const key = JSON.stringify([account.id, viewKey, filter]);
  const known = services.pages.find(key);
  if (known) return done(known);
  const page = readPage(services, account, filter, view);
  if (page.ok) services.pages.keep(key, page.value);
  return page;
}

function readPage(services: Services, account: Account, filter: ListFilter, view: View): Outcome<Page> {
  const after = readCursor(filter.cursor);
  if (after === "unreadable") return invalid("cursor", "This is no cursor; take the `next` of the page before.");
  const take = filter.take ?? 100;
  const found = services.store.workflows.search(account.id, {
    tags: filter.tags ?? [],
    excludeTags: filter.excludeTags ?? [],
    statuses: filter.status ?? [],
    excludeStatuses: filter.excludeFailed ? unsuccessful : [],
    fromDate: toInstant(filter.fromDate),
    toDate: toInstant(filter.toDate),
    text: filter.query,
    ascending: filter.ascending ?? false,
    // One more than is shown tells whether there is a next page.
    take: take + 1,
    after,
  });
  const shown = found.slice(0, take);
  const last = shown.at(-1);
  const next = found.length > take && last ? { next: writeCursor(last.seq) } : {};
  return done({ items: presentRefs(services, shown, view), ...next });
}

function toInstant(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso);
}

/** A cursor is the place of the last workflow shown: what is added or removed meanwhile moves nothing. */
function writeCursor(seq: number): string {
  return Buffer.from(`after:${seq}`).toString("base64url");
}

function readCursor(cursor: string | undefined): number | undefined | "unreadable" {
  if (cursor === undefined || cursor === "") return undefined;
  const digits = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  return digits === undefined ? "unreadable" : Number(digits);
}
