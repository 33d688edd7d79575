import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { storedValue } from "#dashboard/ui/stored-value.ts";

const seen = storedValue(() => localStorage, "baton.tour-seen", z.boolean(), false);

/** Whether the first steps were gone through or skipped in this browser: then they never come again by themselves. */
export function useTourSeen(): boolean {
  return useSyncExternalStore(seen.subscribe, seen.read);
}

/** End the first steps, or let them come again on demand. */
export function setTourSeen(isSeen: boolean): void {
  seen.write(isSeen);
}
