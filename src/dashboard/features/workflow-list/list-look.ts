import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { columnIds } from "./columns.ts";

/*
 * How the list looks: hidden columns and the height of rows, kept in this browser. It belongs to the eyes in front of
 * it and not to the filter, so saved views and links leave it out.
 */

const lookSchema = z.object({
  hidden: z.array(z.enum(columnIds)),
  density: z.enum(["compact", "comfortable"]),
});
export type ListLook = z.output<typeof lookSchema>;

/** Heights of a row, in px. */
export const rowPx: Record<ListLook["density"], number> = { compact: 36, comfortable: 40 };

const storageKey = "baton.list-look";
const usual: ListLook = { hidden: [], density: "comfortable" };
const listeners = new Set<() => void>();
let cached: { text: string | null; look: ListLook } = { text: null, look: usual };

/** How the list looks, drawn again when that changes, in this tab or another. */
export function useListLook(): ListLook {
  return useSyncExternalStore(subscribe, readLook);
}

/** Change how the list looks. Where nothing is kept, it holds for this page. */
export function setListLook(change: Partial<ListLook>): void {
  const look = { ...readLook(), ...change };
  const text = JSON.stringify(look);
  try {
    localStorage.setItem(storageKey, text);
    cached = { text, look };
  } catch {
    cached = { ...cached, look };
  }
  for (const listener of listeners) listener();
}

export function readLook(): ListLook {
  let text: string | null = null;
  try {
    text = localStorage.getItem(storageKey);
  } catch {
    return cached.look;
  }
  // The same object for the same text: whoever draws it compares by identity.
  if (text !== cached.text) cached = { text, look: parse(text) };
  return cached.look;
}

function parse(text: string | null): ListLook {
  try {
    const read = lookSchema.safeParse(JSON.parse(text ?? "null"));
    return read.success ? read.data : usual;
  } catch {
    return usual;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
