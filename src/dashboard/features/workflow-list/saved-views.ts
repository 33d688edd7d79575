import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";
import { type ListSearch, readListSearch } from "./list-search.ts";

/*
 * Filters that the operator gave a name, kept in this browser. A view is the query string of the list, so its link works
 * for everybody. Its tags are those of an account, so it belongs to the connection that it was saved under; views from
 * before that was so belong to all of them.
 */

/** A named filter; at most one is what the list opens with. `isForAll`: it is there under every connection. */
export type SavedView = { name: string; search: ListSearch; isDefault: boolean; isForAll?: boolean };

const viewsSchema = z.array(
  z.object({
    name: z.string().check(z.minLength(1)),
    search: z.pipe(z.record(z.string(), z.unknown()), z.transform(readListSearch)),
    isDefault: z.boolean(),
    connectionId: z.optional(z.string()),
  }),
);
type KeptViews = z.output<typeof viewsSchema>;
const kept = storedValue(() => localStorage, "baton.views", viewsSchema, []);

let readConnectionId: () => string | undefined = () => undefined;

/** Let views belong to the connection that is in use, which only the app knows. Until then they are for all. */
export function keepViewsBy(connectionId: () => string | undefined): void {
  readConnectionId = connectionId;
}

let shown: { views: readonly SavedView[]; of: KeptViews; by: string | undefined } | undefined;

/** The views of the connection by name. */
export function readViews(): readonly SavedView[] {
  const [of, by] = [kept.read(), readConnectionId()];
  // The same views are the same array, as useSyncExternalStore asks.
  if (shown?.of !== of || shown.by !== by) shown = { views: viewsFor(of, by), of, by };
  return shown.views;
}

/** What a connection has of its own stands before what is for all: its names, and what it opens with. */
function viewsFor(all: KeptViews, by: string | undefined): SavedView[] {
  const own = all.filter(({ connectionId }) => connectionId === by);
  const others = by === undefined ? [] : all.filter((view) => view.connectionId === undefined && !has(own, view.name));
  const hasDefault = own.some(({ isDefault }) => isDefault);
  return [
    ...own.map(({ name, search, isDefault }) => ({ name, search, isDefault })),
    ...others.map(({ name, search, isDefault }) => ({
      ...{ name, search, isForAll: true },
      isDefault: isDefault && !hasDefault,
    })),
  ].toSorted((one, other) => one.name.localeCompare(other.name));
}

/** What the list opens with. */
export function defaultSearch(): ListSearch {
  return readViews().find(({ isDefault }) => isDefault)?.search ?? {};
}

/** Keep a view, in place of the connection's own one of the same name. Says whether it could be kept. */
export function saveView({ name, search, isDefault, isForAll = false }: SavedView): boolean {
  const by = readConnectionId();
  const connectionId = isForAll ? undefined : by;
  const others = kept.read().filter((one) => one.name !== name || one.connectionId !== connectionId);
  // What other connections open with is theirs; of this one's own no other may stand before it.
  const rest = isDefault
    ? others.map((one) =>
        one.connectionId === connectionId || one.connectionId === by ? { ...one, isDefault: false } : one,
      )
    : others;
  return kept.write([...rest, { name, search, isDefault, ...(connectionId ? { connectionId } : {}) }]);
}

/** Forget a view: the connection's own one of that name, or else the one for all. */
export function removeView(name: string): boolean {
  const by = readConnectionId();
  const all = kept.read();
  const isOwn = has(
    all.filter(({ connectionId }) => connectionId === by),
    name,
  );
  const from = isOwn ? by : undefined;
  return kept.write(all.filter((view) => view.name !== name || view.connectionId !== from));
}

/** Forget the views of connections that are gone. */
export function keepViewsOf(connectionIds: readonly string[]): void {
  const all = kept.read();
  const left = all.filter(({ connectionId }) => connectionId === undefined || connectionIds.includes(connectionId));
  if (left.length < all.length) kept.write(left);
}

/** The views, drawn again when they change, in this tab or another. */
export function useViews(): readonly SavedView[] {
  return useSyncExternalStore(kept.subscribe, readViews);
}

/** Whether two filters are the same, whatever the order of their members. */
export function isSameSearch(one: ListSearch, other: ListSearch): boolean {
  return print(one) === print(other);
}

function has(views: readonly { name: string }[], name: string): boolean {
  return views.some((view) => view.name === name);
}

function print(search: ListSearch): string {
  return JSON.stringify(Object.entries(readListSearch(search)).toSorted(([a], [b]) => a.localeCompare(b)));
}
