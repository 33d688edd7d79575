import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";
import { type ListSearch, readListSearch } from "./list-search.ts";

/*
 * Filters that the operator gave a name, kept in this browser. A view is the query string of the list, so its link works
 * for everybody.
 */

/** A named filter; at most one is what the list opens with. */
export type SavedView = { name: string; search: ListSearch; isDefault: boolean };

const viewsSchema = z.array(
  z.object({
    name: z.string().check(z.minLength(1)),
    search: z.pipe(z.record(z.string(), z.unknown()), z.transform(readListSearch)),
    isDefault: z.boolean(),
  }),
);
const kept = storedValue(() => localStorage, "baton.views", viewsSchema, []);

/** The views by name. */
export function readViews(): readonly SavedView[] {
  return kept.read();
}

/** What the list opens with. */
export function defaultSearch(): ListSearch {
  return readViews().find(({ isDefault }) => isDefault)?.search ?? {};
}

/** Keep a view, in place of one of the same name. Says whether it could be kept. */
export function saveView(view: SavedView): boolean {
  const others = readViews().filter(({ name }) => name !== view.name);
  const rest = view.isDefault ? others.map((one) => ({ ...one, isDefault: false })) : others;
  return kept.write([...rest, view].toSorted((one, other) => one.name.localeCompare(other.name)));
}

/** Forget a view. */
export function removeView(name: string): boolean {
  return kept.write(readViews().filter((view) => view.name !== name));
}

/** The views, drawn again when they change, in this tab or another. */
export function useViews(): readonly SavedView[] {
  return useSyncExternalStore(kept.subscribe, readViews);
}

/** Whether two filters are the same, whatever the order of their members. */
export function isSameSearch(one: ListSearch, other: ListSearch): boolean {
  return print(one) === print(other);
}

function print(search: ListSearch): string {
  return JSON.stringify(Object.entries(readListSearch(search)).toSorted(([a], [b]) => a.localeCompare(b)));
}
