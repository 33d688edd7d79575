import { useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { isAccountOf } from "#dashboard/api/connection.ts";
import { storedValue } from "#dashboard/ui/stored-value.ts";
import { type News, type Notice, noticeSchema, type Watch, watchSchema } from "./notice.ts";

/*
 * What is watched, per account, in this browser: nothing of one is told, or looked for, under another. What this browser
 * ran is watched by itself; anything else by its Watch button.
 */

/** The watches of one account, and what they told lately, newest first. */
export type Watches = { watched: readonly Watch[]; notices: readonly Notice[] };

const watchesSchema = z.object({ watched: z.array(watchSchema), notices: z.array(noticeSchema) });
const stored = storedValue(() => localStorage, "baton.watches", z.record(z.string(), watchesSchema), {});
const none: Watches = { watched: [], notices: [] };

const watchedAtMost = 50;
const noticesAtMost = 20;

/** The watches of an account as they stand. */
export function readWatches(account: string): Watches {
  return stored.read()[account] ?? none;
}

/** The watches of an account, drawn again when they change, in this tab or another. */
export function useWatches(account: string): Watches {
  return useSyncExternalStore(stored.subscribe, () => readWatches(account));
}

/** Watch a workflow from now on. Of too many the oldest are let go. */
export function watch(account: string, id: string): void {
  const { watched } = readWatches(account);
  if (watched.some((one) => one.id === id)) return;
  change(account, { watched: [{ id, isWithheldTold: false }, ...watched].slice(0, watchedAtMost) });
}

/** Watch a workflow no longer. What it told stays. */
export function unwatch(account: string, id: string): void {
  change(account, { watched: readWatches(account).watched.filter((one) => one.id !== id) });
}

/** Keep what is new. Answers whether this tab is the one to tell it: another may have been quicker. */
export function keepNews(account: string, before: Watch, { notice, watch: after }: News): boolean {
  const { watched, notices } = readWatches(account);
  const now = watched.find(({ id }) => id === before.id);
  if (!notice || !now || now.isWithheldTold !== before.isWithheldTold) return false;
  change(account, {
    watched: watched.flatMap((one) => (one.id !== before.id ? [one] : after ? [after] : [])),
    notices: [notice, ...notices].slice(0, noticesAtMost),
  });
  return true;
}

/** All that was told has been looked at. */
export function markSeen(account: string): void {
  const { notices } = readWatches(account);
  if (notices.every(({ isSeen }) => isSeen)) return;
  change(account, { notices: notices.map((notice) => ({ ...notice, isSeen: true })) });
}

/** Forget the watches of connections that are gone. */
export function keepOnly(connectionIds: readonly string[]): void {
  const all = Object.entries(stored.read());
  const kept = all.filter(([account]) => connectionIds.some((id) => isAccountOf(account, id)));
  if (kept.length < all.length) stored.write(Object.fromEntries(kept));
}

function change(account: string, members: Partial<z.output<typeof watchesSchema>>): void {
  const { watched, notices } = readWatches(account);
  stored.write({
    ...stored.read(),
    [account]: { watched: [...watched], notices: [...notices], ...members },
  });
}
