import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";
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

const usual: ListLook = { hidden: [], density: "comfortable" };
const kept = storedValue(() => localStorage, "baton.list-look", lookSchema, usual);

/** How the list looks, drawn again when that changes, in this tab or another. */
export function useListLook(): ListLook {
  return useSyncExternalStore(kept.subscribe, kept.read);
}

/** Change how the list looks. Where nothing is kept, it holds for this page. */
export function setListLook(change: Partial<ListLook>): void {
  kept.write({ ...kept.read(), ...change });
}

export function readLook(): ListLook {
  return kept.read();
}
