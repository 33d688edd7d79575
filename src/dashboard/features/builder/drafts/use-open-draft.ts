import { useEffect, useState } from "react";
import type { Chain } from "../chain.ts";
import { copyOfChain, type Draft, newDraft } from "./draft.ts";
import { findDraft, listDrafts } from "./draft-db.ts";
import { type HeldDraft, holdDraft } from "./draft-lock.ts";

/** Which draft is wanted: a certain one, which starts with a chain when it is new, or the one that was left last. */
export type DraftWish = { connectionId: string; id?: string | undefined; startWith?: Chain | undefined };

/** The draft of this tab, or the one that another tab has open. */
export type OpenDraft =
  | { state: "opening" }
  | { state: "open"; draft: Draft; isTaken: boolean }
  | { state: "elsewhere"; draft: Draft; takeOver: () => void; openCopy: () => void };

/** Open a draft in this tab alone; an id that nobody has yet is a new one. The one that was left last is passed over when another tab has it. */
export function useOpenDraft({ connectionId, id, startWith }: DraftWish): OpenDraft {
  const [opened, setOpened] = useState<OpenDraft>({ state: "opening" });

  useEffect(() => {
    let isGone = false;
    let held: HeldDraft | undefined;
    const hold = (draft: Draft, lock: HeldDraft) => {
      held = lock;
      if (isGone) return lock.release();
      setOpened({ state: "open", draft, isTaken: false });
      void lock.taken.then(() => !isGone && setOpened({ state: "open", draft, isTaken: true }));
    };
    const openNew = async (chain?: Chain, wish?: string): Promise<void> => {
      const draft = newDraft(connectionId, chain, wish);
      // An id from an address may be new in another tab as well; one that was just made up is nobody else's, however slow the browser is.
      const lock = await holdDraft(draft.id, wish === undefined ? "patiently" : "soon");
      return lock ? hold(draft, lock) : openNew(chain);
    };
    const open = async () => {
      const wanted = id === undefined ? undefined : await findDraft(id);
      if (wanted && wanted.connectionId === connectionId) {
        const lock = await holdDraft(wanted.id);
        if (lock) return hold(wanted, lock);
        if (isGone) return;
        return setOpened({
          state: "elsewhere",
          draft: wanted,
          takeOver: () => void holdDraft(wanted.id, "steal").then((stolen) => stolen && hold(wanted, stolen)),
          openCopy: () => void openNew(copyOfChain(wanted)),
        });
      }
      if (id !== undefined || startWith) return openNew(startWith, id);
      for (const draft of await listDrafts(connectionId)) {
        const lock = await holdDraft(draft.id);
        if (lock) return hold(draft, lock);
      }
      return openNew();
    };
    void open();
    return () => {
      isGone = true;
      held?.release();
    };
  }, [connectionId, id, startWith]);

  return opened;
}
