import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { type ListSearch, readListSearch } from "./list-search.ts";

/*
 * Filters that the operator gave a name, kept in this browser. A view is the query string of the list, so its link works
 * for everybody.
 */

/** A named filter; at most one is what the list opens with. */
export type SavedView = { name: string; search: ListSearch; isDefault: boolean };

const storageKey = "baton.views";
const viewsSchema = z.array(
  z.object({
    name: z.string().check(z.minLength(1)),
    search: z.record(z.string(), z.unknown()),
    isDefault: z.boolean(),
  }),
);
const listeners = new Set<() => void>();
let cached: { text: string | null; views: SavedView[] } = { text: null, views: [] };

/** The views by name. */
export function readViews(): readonly SavedView[] {
  let text: string | null = null;
  try {
    text = localStorage.getItem(storageKey);
  } catch {
    return cached.views;
  }
  // The same list for the same text: whoever draws it compares by identity.
  if (text !== cached.text) cached = { text, views: parse(text) };
  return cached.views;
}

/** What the list opens with. */
export function defaultSearch(): ListSearch {
  return readViews().find(({ isDefault }) => isDefault)?.search ?? {};
}

/** Keep a view, in place of one of the same name. Says whether it could be kept. */
export function saveView(view: SavedView): boolean {
  const others = readViews().filter(({ name }) => name !== view.name);
  const rest = view.isDefault ? others.map((one) => ({ ...one, isDefault: false })) : others;
  return write([...rest, view].toSorted((one, other) => one.name.localeCompare(other.name)));
}

/** Forget a view. */
export function removeView(name: string): boolean {
  return write(readViews().filter((view) => view.name !== name));
}

/** The views, drawn again when they change, in this tab or another. */
export function useViews(): readonly SavedView[] {
  return useSyncExternalStore(subscribe, readViews);
}

/** Whether two filters are the same, whatever the order of their members. */
export function isSameSearch(one: ListSearch, other: ListSearch): boolean {
  return print(one) === print(other);
}

function print(search: ListSearch): string {
  return JSON.stringify(Object.entries(readListSearch(search)).toSorted(([a], [b]) => a.localeCompare(b)));
}

function parse(text: string | null): SavedView[] {
  try {
    const read = viewsSchema.safeParse(JSON.parse(text ?? "[]"));
    return read.success ? read.data.map((view) => ({ ...view, search: readListSearch(view.search) })) : [];
  } catch {
    return [];
  }
}

function write(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify(views));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
