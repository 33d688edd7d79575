import { createStore, del, get, set, type UseStore, values } from "idb-keyval";
import { type Draft, readDraft } from "./draft.ts";

/*
 * Drafts are kept in IndexedDB: they outlive a crash, a reload and an expired key, and there is room for pictures that
 * were pasted into them.
 */

let store: UseStore | undefined;
function drafts(): UseStore {
  store ??= createStore("baton-drafts", "drafts");
  return store;
}

/** The drafts of a connection, the latest first. Empty where nothing can be kept. */
export async function listDrafts(connectionId: string): Promise<Draft[]> {
  try {
    const kept = await values<unknown>(drafts());
    return kept
      .map(readDraft)
      .filter((draft): draft is Draft => draft?.connectionId === connectionId)
      .sort((one, other) => other.savedAt - one.savedAt);
  } catch {
    return [];
  }
}

/** A draft by its id; `undefined` when it is gone or can't be read. */
export async function findDraft(id: string): Promise<Draft | undefined> {
  try {
    return readDraft(await get<unknown>(id, drafts()));
  } catch {
    return undefined;
  }
}

/** Keep a draft. Says whether it could be kept. */
export async function keepDraft(draft: Draft): Promise<boolean> {
  try {
    await set(draft.id, draft, drafts());
    return true;
  } catch {
    return false;
  }
}

/** Forget a draft. */
export async function forgetDraft(id: string): Promise<void> {
  try {
    await del(id, drafts());
  } catch {
    // Where nothing can be kept, there is nothing to forget.
  }
}
